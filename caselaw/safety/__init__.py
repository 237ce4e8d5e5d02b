"""Publication safety: personal data that must not become public, found in any text before it is published."""

from caselaw.safety.findings import Finding, find_personal_data

__all__ = ["Finding", "find_personal_data"]
