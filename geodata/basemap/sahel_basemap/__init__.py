"""The embedded basemap: from registry packages to two PMTiles archives.

Each layer module reads its inputs and writes one or more layers of line-delimited GeoJSON;
``tiles`` cuts those into ``sahel.pmtiles``, ``relief`` draws ``relief.pmtiles``. Coordinates
are longitude and latitude in degrees (WGS 84) throughout. ``../README.md`` has the schema.
"""
