import Foundation

/// Takes every known secret out of a text that is about to leave: report, log, error, record.
package struct Redactor: Sendable {
    private let needles: [String]

    /// A secret shorter than this would turn ordinary words into dots, and protects nothing.
    private static let shortest = 4

    /// - Parameter secrets: the values to take out, as they are and as they look inside an address.
    package init(secrets: some Sequence<Secret>) {
        var found: Set<String> = []
        for secret in secrets {
            let value = secret.reveal()
            guard value.count >= Self.shortest else { continue }
            found.insert(value)
            for allowed in [CharacterSet.urlQueryAllowed, .alphanumerics, Self.unreserved] {
                if let encoded = value.addingPercentEncoding(withAllowedCharacters: allowed) { found.insert(encoded) }
            }
        }
        needles = found.sorted { ($0.count, $0) > ($1.count, $1) }
    }

    /// The same text with each secret replaced by dots.
    package func redact(_ text: String) -> String {
        needles.reduce(text) { text, needle in
            text.contains(needle) ? text.replacing(needle, with: "•••") : text
        }
    }

    /// What RFC 3986 §2.3 never encodes.
    private static let unreserved = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
}
