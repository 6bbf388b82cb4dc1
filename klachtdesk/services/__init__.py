"""The use cases: one public function is one transaction; views go in and out, records never."""
