"""Office files as such: zips of XML parts. It knows neither papers nor action plans."""
