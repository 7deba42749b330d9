# The panel of layers, filters and the tray.
