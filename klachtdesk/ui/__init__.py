"""The Qt window: widgets that call services and show views."""

from klachtdesk.ui.none_references import hold_none

hold_none()
