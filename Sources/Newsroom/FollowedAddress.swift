import Foundation

/// Tells the addresses that a reader can follow.
enum FollowedAddress {
    /// Whether it is an absolute address on the web.
    static func isOne(_ text: String) -> Bool { of(text) != nil }

    /// The address as a reader follows it, without a user and a password, which are those of whoever asked; `nil` where
    /// it is no absolute address on the web.
    static func of(_ text: String) -> String? {
        if isPlain(text.utf8) { return text }
        guard var parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", parts.host?.isEmpty == false
        else { return nil }
        guard parts.user != nil || parts.password != nil else { return text }
        (parts.user, parts.password) = (nil, nil)
        return parts.string
    }

    /// Whether it is one in which nothing needs a closer look, as nearly all are: `https://`, a name, and a path of
    /// characters that may stand in one (RFC 3986).
    private static func isPlain(_ text: String.UTF8View) -> Bool {
        var rest = text[...]
        guard let start = starts.first(where: rest.starts) else { return false }
        rest = rest.dropFirst(start.count)
        let (isNamed, isPath) = (isNamed, isPath)
        let host = rest.prefix { isNamed[Int($0)] }
        guard !host.isEmpty else { return false }
        rest = rest[host.endIndex...]
        guard let slash = rest.first else { return true }
        return slash == UInt8(ascii: "/") && rest.allSatisfy { isPath[Int($0)] }
    }

    private static let starts = ["https://", "http://"].map { Array($0.utf8) }
    private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."
    private static let isNamed = table(letters)
    private static let isPath = table(letters + "_~!$&'()*+,;=:@/?")

    private static func table(_ characters: String) -> [Bool] {
        var table = [Bool](repeating: false, count: 256)
        for byte in characters.utf8 { table[Int(byte)] = true }
        return table
    }
}
