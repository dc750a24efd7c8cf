import Foundation

/// A colour of the web as `#rrggbb` writes it, with the contrast that WCAG 2.2 asks of text.
package struct Colour: Sendable, Hashable, CustomStringConvertible {
    /// Red, green and blue, 0…255.
    private var channels: [Double]

    /// `nil` for what is not `#` and six hexadecimal digits.
    package init?(_ text: String) {
        guard text.utf8.count == 7, text.hasPrefix("#"), let number = UInt32(text.dropFirst(), radix: 16) else {
            return nil
        }
        channels = [16, 8, 0].map { Double(number >> UInt32($0) & 255) }
    }

    private init(channels: [Double]) {
        self.channels = channels
    }

    static let black = Colour(channels: [0, 0, 0])
    static let white = Colour(channels: [255, 255, 255])

    package var description: String {
        "#"
            + channels.map { channel in
                let digits = String(Int(channel.rounded()), radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }

    /// Relative luminance, 0…1.
    private var luminance: Double {
        let linear = channels.map { channel in
            let value = channel / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// The ratio of the two luminances, 1…21.
    package func contrast(with other: Colour) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    private func mixed(with other: Colour, share: Double) -> Colour {
        Colour(channels: zip(channels, other.channels).map { ($0 + ($1 - $0) * share).rounded() })
    }

    /// The nearest mixture with black or white that stands out from a background by at least `ratio`; the colour itself
    /// where it does.
    package func legible(on background: Colour, ratio: Double) -> Colour {
        let end = background.luminance > 0.18 ? Colour.black : Colour.white
        for step in 0...50 {
            let mixed = mixed(with: end, share: Double(step) / 50)
            if mixed.contrast(with: background) >= ratio { return mixed }
        }
        return end
    }
}
