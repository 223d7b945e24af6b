"""Moving courses from one version of their standard to a newer one."""
