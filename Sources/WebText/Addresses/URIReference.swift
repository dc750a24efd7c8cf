/// A URI reference taken apart (RFC 3986 §4.1), each part as it is written: nothing is decoded.
///
/// Where the scheme is the web's or missing, a backslash before the query counts as a slash, as in browsers (WHATWG URL
/// §4.4): every room must see the host that a browser would ask. A third slash, behind which a browser would look for
/// the host, leaves none.
package struct URIReference: Sendable, Hashable {
    /// In lower case, without the colon; `nil` in a relative reference.
    package var scheme: String?
    /// What stands behind two slashes: user, host and port.
    package var authority: Substring?
    package var path: Substring
    /// Without the question mark.
    package var query: Substring?
    /// Without the number sign.
    package var fragment: Substring?

    package init(_ text: String) {
        var rest = text[...]
        scheme = Self.scheme(of: text)
        if let scheme { rest = rest.dropFirst(utf8: scheme.utf8.count + 1) }
        let isWeb = scheme.map(Self.isWeb) ?? true
        fragment = Self.cut(&rest, at: UInt8(ascii: "#"))
        query = Self.cut(&rest, at: UInt8(ascii: "?"))
        if isWeb, rest.utf8.contains(UInt8(ascii: "\\")) { rest = Substring(rest.replacing("\\", with: "/")) }
        if rest.utf8.starts(with: "//".utf8) {
            rest = rest.dropFirst(utf8: 2)
            let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = rest[..<end]
            rest = rest[end...]
        }
        path = rest
    }

    /// The scheme of a text, in lower case; `nil` for a relative reference.
    package static func scheme(of text: String) -> String? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let first = text.utf8.first, first.isLetter,
            text.utf8[..<colon].allSatisfy({ $0.isLetter || $0.isDigit || isMark($0) })
        else { return nil }
        return text[..<colon].lowercased()
    }

    /// Reads a text as a relative reference, whatever it begins with: nothing in it can be a scheme.
    static func withoutScheme(_ text: Substring) -> URIReference {
        let isPath = URIReference(String(text)).scheme != nil
        return URIReference(isPath ? "./\(text)" : String(text))
    }

    /// Whether it is the scheme of an address that a browser asks over HTTP.
    package static func isWeb(_ scheme: String) -> Bool { scheme == "https" || scheme == "http" }

    /// The whole of it again.
    package var text: String {
        (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path + (query.map { "?" + $0 } ?? "")
            + (fragment.map { "#" + $0 } ?? "")
    }

    /// What it leads to from the document at `base`, which has a scheme (RFC 3986 §5.2.2).
    package func resolved(against base: URIReference) -> URIReference {
        if scheme != nil { return self }
        var target = self
        target.scheme = base.scheme
        if authority != nil {
            target.path = Self.withoutDotSegments(path)
            return target
        }
        target.authority = base.authority
        if path.isEmpty {
            target.path = base.path
            target.query = query ?? base.query
        } else if path.utf8.first == UInt8(ascii: "/") {
            target.path = Self.withoutDotSegments(path)
        } else {
            let folder = base.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { base.path[...$0] } ?? "/"
            target.path = Self.withoutDotSegments(folder + path)
        }
        return target
    }

    /// An absolute path without `.` and `..` (RFC 3986 §5.2.4), their dots escaped or not.
    package static func withoutDotSegments(_ path: Substring) -> Substring {
        guard path.utf8.first == UInt8(ascii: "/"), mayHoldDotSegments(path.utf8) else { return path }
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (index, segment) in zip(segments.indices, segments) {
            let isLast = index == segments.endIndex - 1
            switch segment.lowercased() {
            case ".", "%2e":
                if isLast { kept.append("") }
            case "..", ".%2e", "%2e.", "%2e%2e":
                _ = kept.popLast()
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return Substring("/" + kept.joined(separator: "/"))
    }

    private static func mayHoldDotSegments(_ path: Substring.UTF8View) -> Bool {
        var isFirst = false
        for byte in path {
            if isFirst, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "%") { return true }
            isFirst = byte == UInt8(ascii: "/")
        }
        return false
    }

    /// Takes off what stands behind the first of a byte, and the byte.
    private static func cut(_ text: inout Substring, at byte: UInt8) -> Substring? {
        guard let mark = text.utf8.firstIndex(of: byte) else { return nil }
        defer { text = text[..<mark] }
        return text[text.utf8.index(after: mark)...]
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

}

extension URIReference {
    /// The parts of an authority (RFC 3986 §3.2), as they are written.
    package struct Authority: Sendable {
        /// What stands before the last `@`.
        package let userinfo: Substring?
        /// A name or an address; one of IPv6 in brackets.
        package let host: Substring
        /// What stands behind the host's colon.
        package let port: Substring?

        package init(_ text: Substring) {
            let at = text.utf8.lastIndex(of: UInt8(ascii: "@"))
            userinfo = at.map { text[..<$0] }
            let rest = at.map { text[text.utf8.index(after: $0)...] } ?? text
            // The colons of an IPv6 address stand inside brackets.
            let bracket = rest.utf8.lastIndex(of: UInt8(ascii: "]")) ?? rest.startIndex
            let colon = rest[bracket...].utf8.lastIndex(of: UInt8(ascii: ":"))
            host = colon.map { rest[..<$0] } ?? rest
            port = colon.map { rest[rest.utf8.index(after: $0)...] }
        }
    }

    /// The text without what browsers leave out of an address; `nil` where it is too long or holds what must not be
    /// shown.
    package static func cleaned(_ text: String) -> String? {
        guard text.utf8.count <= WebAddress.longest else { return nil }
        let isBroken = text.utf8.contains { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        let all = text.unicodeScalars
        let scalars = isBroken ? all.filter { ![0x09, 0x0A, 0x0D].contains($0.value) } : all
        let start = scalars.firstIndex { $0.value > 0x20 } ?? scalars.endIndex
        let end = scalars[start...].lastIndex { $0.value > 0x20 }.map { scalars.index(after: $0) } ?? start
        let kept = scalars[start..<end]
        return kept.allSatisfy(\.mayBeShown) ? String(kept) : nil
    }

    /// The authority taken apart.
    package var authorityParts: Authority? { authority.map(Authority.init) }
}

extension Substring {
    fileprivate func dropFirst(utf8 count: Int) -> Substring { self[utf8.index(startIndex, offsetBy: count)...] }
}
