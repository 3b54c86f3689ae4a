"""Library → SitePage: one module a section of the site; each hands its template one flat, frozen view."""
