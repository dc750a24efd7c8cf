package import WebText

/// The colour that the user chose for what has to stand out, as it can be read by day and by night.
package struct Accent: Sendable, Hashable {
    /// On a light page and on a dark one.
    package let day: Colour
    package let night: Colour
    /// As it was chosen.
    package let chosen: Colour

    /// What WCAG 2.2 asks of text (1.4.3).
    private static let leastContrast = 4.5
    private static let dayPaper = "#fbfaf7"
    private static let nightPaper = "#15161a"

    /// `nil` for what is no colour such as `#9b1c1c`.
    package init?(_ text: String) {
        guard let colour = Colour(text), let light = Colour(Self.dayPaper), let dark = Colour(Self.nightPaper) else {
            return nil
        }
        day = colour.legible(on: light, ratio: Self.leastContrast)
        night = colour.legible(on: dark, ratio: Self.leastContrast)
        chosen = colour
    }

    /// Whether either is another than the user's.
    package var isCorrected: Bool { day != chosen || night != chosen }
}
