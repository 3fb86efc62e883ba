//! An address as a QR code, drawn in lines of SVG.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use crate::catalogue::Address;

/// The most modules to a side, without the border, that a phone reads from a code of
/// the usual size on paper.
const USUAL: usize = 57;

/// A QR code.
#[derive(Debug)]
pub(super) struct Code {
    /// The code as SVG, with the border that a reader needs.
    pub(super) svg: String,
    /// Whether it has so many modules that it must be larger than usual.
    pub(super) dense: bool,
}

impl Code {
    /// The code of an address. None where the address is too long for any.
    pub(super) fn new(address: &Address) -> Option<Self> {
        // A mail holds a whole letter. An address is short enough for a code that is
        // still read with a fold or a stain.
        let level = if address.is_mail() {
            EcLevel::L
        } else {
            EcLevel::M
        };
        let code = QrCode::with_error_correction_level(address.as_str(), level).ok()?;
        let svg = code.render::<svg::Color>().min_dimensions(1, 1).build();
        // The declaration of XML cannot stand inside HTML.
        let start = svg.find("<svg")?;
        Some(Self {
            svg: svg[start..].to_owned(),
            dense: code.width() > USUAL,
        })
    }
}
