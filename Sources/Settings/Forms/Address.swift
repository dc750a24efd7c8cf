import WebText

/// An absolute `http` or `https` address of the file, taken apart. Where it leads is not judged here.
struct Address: Sendable, Hashable {
    let text: String
    /// What stands before the `@`.
    let credentials: String?
    /// In small letters; an IPv6 address keeps its brackets.
    let host: String
    let port: Int?
    let path: String
    let query: String?
    let fragment: String?

    init(_ text: String) throws(InvalidValue) {
        guard text.utf8.count <= WebAddress.longest else {
            throw InvalidValue("it is longer than \(WebAddress.longest) characters")
        }
        guard !text.unicodeScalars.contains(where: isControlOrSpace) else {
            throw InvalidValue("an address holds no spaces; write %20 for one")
        }
        let rest = try Self.rest(of: text)
        // A browser takes it for a slash, and a person should know.
        if rest.utf8.prefix(while: { !"/?#".utf8.contains($0) }).contains(UInt8(ascii: "\\")) {
            throw InvalidValue(Self.noHostCharacter)
        }
        let parts = URIReference(text)
        let authority = URIReference.Authority(parts.authority ?? "")
        if authority.userinfo == nil, Self.endsWithinPassword(authority, before: rest) {
            throw InvalidValue(Self.escapes, hidesText: true)
        }
        host = try Self.host(authority)
        port = try Self.port(authority)
        self.text = text
        credentials = authority.userinfo.map(String.init)
        path = String(parts.path)
        query = parts.query.map(String.init)
        fragment = parts.fragment.map(String.init)
        guard WebAddress(text) != nil else { throw InvalidValue("its spelling is not that of an address (RFC 3986)") }
    }

    /// What follows the scheme and its slashes.
    private static func rest(of text: String) throws(InvalidValue) -> Substring {
        guard let scheme = URIReference.scheme(of: text) else {
            throw InvalidValue("it begins with http:// or https://")
        }
        guard URIReference.isWeb(scheme) else { throw InvalidValue("only http and https are asked") }
        let rest = text.dropFirst(scheme.count)
        guard rest.hasPrefix("://") else { throw InvalidValue("behind the scheme stands ://") }
        return rest.dropFirst(3)
    }

    private static let noHost = "the host is missing"
    private static let noHostCharacter = "its host holds a character that no host has"
    private static let escapes =
        "the user or password in it has to be percent-encoded, %2F for /, %3F for ? and %23 for #; where it has none, "
        + "write %40 for @"

    /// Whether a `/`, `?` or `#` of a password seems to end the host: what stands behind a colon is no port, and the `@`
    /// comes later. An `@` behind a host is otherwise as good as any character.
    private static func endsWithinPassword(_ authority: URIReference.Authority, before rest: Substring) -> Bool {
        guard let port = authority.port, rest.utf8.contains(UInt8(ascii: "@")) else { return false }
        return port.isEmpty || !port.allSatisfy(\.isNumber)
    }

    private static func host(_ authority: URIReference.Authority) throws(InvalidValue) -> String {
        let host = authority.host
        guard !host.isEmpty else { throw InvalidValue(noHost) }
        let isLiteral = host.utf8.first == UInt8(ascii: "[") && host.utf8.last == UInt8(ascii: "]")
        guard isLiteral || !host.utf8.contains(where: { #"[]\^|%<>"{}`:"#.utf8.contains($0) }) else {
            throw InvalidValue(noHostCharacter)
        }
        return host.lowercased()
    }

    private static func port(_ authority: URIReference.Authority) throws(InvalidValue) -> Int? {
        guard let digits = authority.port else { return nil }
        guard digits.allSatisfy(\.isNumber), let port = Int(digits), (1...65535).contains(port) else {
            throw InvalidValue("its port is a number from 1 to 65535", hidesText: true)
        }
        return port
    }
}
