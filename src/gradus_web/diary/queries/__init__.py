"""All reads of a person's pages: what the core says of their record, in the shape a page needs."""
