package import Subscriptions

/// A source that is to be written into a configuration.
package struct NewSource: Sendable, Hashable {
    /// `feed`, or `opml` for a list that is read anew in each run.
    package var key: String
    package var address: String
    package var section: String?
    package var title: String?
    package var isPrivate = false

    package init(feed address: String, section: String? = nil, title: String? = nil, isPrivate: Bool = false) {
        key = "feed"
        self.address = address
        self.section = section
        self.title = title
        self.isPrivate = isPrivate
    }

    /// An entry of a list, in a section of its own or in this one.
    package init(_ subscription: Subscription, section: String? = nil) {
        key = subscription.kind == .feed ? "feed" : "opml"
        address = subscription.address
        self.section = section ?? subscription.section
        title = subscription.kind == .feed ? subscription.title : nil
        isPrivate = subscription.looksPrivate
    }

    /// Its keys with their values as YAML writes them, in their order.
    func lines(isFlow: Bool) -> [String] {
        let values = [(key, address), ("title", title), ("section", section)]
        let lines = values.compactMap { key, value in value.map { "\(key): \(YAMLText.scalar($0, isFlow: isFlow))" } }
        return lines + (isPrivate ? ["private: true"] : [])
    }
}

/// Writes sources as entries of a list.
package enum SourceText {
    /// A line for each key, without a last line break.
    package static func block(_ sources: [NewSource], indent: Int = 2) -> String {
        let space = String(repeating: " ", count: indent)
        return sources.flatMap { source in
            source.lines(isFlow: false).enumerated().map { "\(space)\($0.offset == 0 ? "- " : "  ")\($0.element)" }
        }.joined(separator: "\n")
    }
}

/// Writes texts as YAML scalars.
package enum YAMLText {
    /// A text as one scalar that the reader of the configuration reads as this text: plain where that is possible, and
    /// else in double quotes (YAML 1.1 §9.1). `${` is doubled, so that it names no variable.
    package static func scalar(_ text: String, isFlow: Bool = false) -> String {
        let text = text.replacing("${", with: "$${")
        return isPlain(text, isFlow: isFlow) ? text : quoted(text)
    }

    private static func isPlain(_ text: String, isFlow: Bool) -> Bool {
        guard let first = text.unicodeScalars.first,
            first.properties.isAlphabetic || first.properties.numericType != nil,
            let last = text.unicodeScalars.last, last != ":", last != " ",
            !["null", "Null", "NULL"].contains(text)
        else { return false }
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if isControl(scalar) || scalar.value >= 0xFDD0 { return false }
            if previous == ":" && scalar == " " || previous == " " && scalar == "#" { return false }
            if isFlow, ",[]{}".unicodeScalars.contains(scalar) { return false }
            if scalar.value > 0x7E, scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint {
                return false
            }
            previous = scalar
        }
        return true
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _
            where isControl(scalar) || scalar.value == 0xFEFF || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
