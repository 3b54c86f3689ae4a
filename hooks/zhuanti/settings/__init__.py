"""What one campaign's site is (site.yml) and the moment a build is made for."""
