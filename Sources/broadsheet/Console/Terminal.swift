import Foundation

/// What the device behind a descriptor can show.
struct Terminal {
    /// Whether somebody is watching.
    let isWatched: Bool
    /// In columns; as wide as is wanted where nobody is watching.
    let width: Int
    let hasColour: Bool
    /// Whether a line can be drawn anew.
    let hasCursor: Bool

    static let unlimited = Int.max

    /// The terminal behind standard output or standard error, as the environment wants it to be used (NO_COLOR, TERM,
    /// COLUMNS).
    init(_ descriptor: Int32, environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.init(
            isWatched: isatty(descriptor) == 1, windowWidth: Self.windowWidth(descriptor), environment: environment)
    }

    init(isWatched: Bool, windowWidth: Int?, environment: [String: String]) {
        self.isWatched = isWatched
        let wanted = environment["COLUMNS"].flatMap(Int.init).flatMap { $0 >= Self.narrowest ? $0 : nil }
        width = isWatched ? wanted ?? windowWidth ?? Self.usual : Self.unlimited
        // By no-color.org, any text but an empty one means no colour.
        hasCursor = isWatched && environment["TERM"] != "dumb"
        hasColour = hasCursor && (environment["NO_COLOR"] ?? "").isEmpty
    }

    private static let usual = 80
    private static let narrowest = 20

    private static func windowWidth(_ descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= narrowest else { return nil }
        return Int(size.ws_col)
    }
}

/// How wide text is on a terminal, in columns.
enum DisplayWidth {
    static func columns(of text: String) -> Int { text.reduce(0) { $0 + columns(of: $1) } }

    /// Wide ones (UAX #11) take two, marks that stand alone none.
    private static func columns(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first, !scalar.isASCII else { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide(scalar) ? 2 : 1
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isEmojiPresentation { return true }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return true
        default: return false
        }
    }

    /// The text within so many columns, with an ellipsis in the place of what does not fit.
    static func fitted(_ text: String, to most: Int) -> String {
        guard columns(of: text) > most else { return text }
        guard most > 1 else { return "" }
        var (fitted, used) = ("", 0)
        for character in text {
            used += columns(of: character)
            guard used < most else { break }
            fitted.append(character)
        }
        return fitted + "…"
    }
}
