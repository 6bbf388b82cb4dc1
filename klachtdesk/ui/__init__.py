"""The Qt window: widgets that call services and show views."""
