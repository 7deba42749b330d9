//! Sahelscope.
