import Foundation

/// Query parameters, percent-encoded so that nothing in a value is taken for syntax.
package enum QueryString {
    /// Adds the parameters in the order of their names, so that equal queries give equal addresses.
    static func append(_ parameters: [String: String], to url: String) -> String {
        guard !parameters.isEmpty else { return url }
        let pairs = parameters.sorted { $0.key < $1.key }.map { "\(encode($0.key))=\(encode($0.value))" }
        return url + (url.contains("?") ? "&" : "?") + pairs.joined(separator: "&")
    }

    /// A name or value with everything encoded that RFC 3986 §2.3 does not leave alone.
    package static func encode(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? text
    }

    private static let unreserved = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
}
