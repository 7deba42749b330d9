#!/bin/sh
# Rasterises the icon: apt-get install librsvg2-bin imagemagick, then run this in its folder.
# Up to 32 pixels the small drawing is used: no dial, heavier river, larger marks.
set -eu
cd "$(dirname "$0")"
for size in 16 24 32 48 64 128 256 512; do
    drawing=sahelscope.svg
    [ "$size" -gt 32 ] || drawing=sahelscope-small.svg
    rsvg-convert --width "$size" --height "$size" "$drawing" --output "sahelscope-$size.png"
done
convert sahelscope-16.png sahelscope-24.png sahelscope-32.png sahelscope-48.png \
    sahelscope-64.png sahelscope-128.png sahelscope-256.png sahelscope.ico
