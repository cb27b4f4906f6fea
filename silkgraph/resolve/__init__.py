"""From the names that a text uses to the bodies and domains that they mean."""
