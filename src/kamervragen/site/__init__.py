"""The pages: the record as people read it, server-rendered, without script."""
