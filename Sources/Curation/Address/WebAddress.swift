import WebText

/// An `http` or `https` address taken apart as the URL standard does: what a browser would ask for.
struct WebAddress: Sendable, Hashable {
    /// `http` or `https`.
    var scheme: String
    /// In ASCII and lower case, as `HostName` gives it.
    var host: String
    /// `nil` for the default of the scheme.
    var port: Int?
    /// The segments of the path, escaped in one way only; dot segments are resolved. A trailing slash leaves an empty
    /// last segment.
    var path: [String]
    /// As it stands, without the question mark.
    var query: String?
    /// A fragment that is no place on the page but a path for its script: what stands behind `#!`, or behind `#/` on a
    /// site's root. As it stands, without the number sign.
    var route: String?

    /// Reads an address, relative to `base` where it is relative; `nil` where it is no web address.
    init?(_ text: String, base: WebAddress? = nil) {
        var rest = Self.cleaned(text)[...]
        let scheme = Self.takeScheme(from: &rest)
        if let scheme, scheme != "http", scheme != "https" { return nil }
        let fragment = rest.firstIndex(of: UInt8(ascii: "#")).map { rest[$0...].dropFirst() }
        if let fragment { rest = rest[..<(fragment.startIndex - 1)] }
        let slashes = rest.prefix(while: Self.isSlash).count
        if let base, scheme == nil || scheme == base.scheme, slashes < 2 {
            self.init(relative: rest, to: base)
        } else if let scheme = scheme ?? (slashes >= 2 ? base?.scheme : nil) {
            self.init(scheme: scheme, afterSlashes: rest.dropFirst(slashes))
        } else {
            return nil
        }
        route = fragment.flatMap { Self.route($0, isOnRoot: path.allSatisfy(\.isEmpty)) }
    }

    /// What follows the slashes: authority, path and query.
    private init?(scheme: String, afterSlashes rest: ArraySlice<UInt8>) {
        let end = rest.firstIndex { Self.isSlash($0) || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        var authority = rest[..<end]
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
        guard let (hostBytes, portBytes) = Self.splitPort(authority),
            let host = HostName(String(decoding: hostBytes, as: UTF8.self)),
            let port = Self.port(portBytes, scheme: scheme)
        else { return nil }
        self.scheme = scheme
        self.host = host.ascii
        self.port = port
        let (path, query) = Self.splitQuery(rest[end...])
        self.path = Self.resolved(path, onto: [])
        self.query = query
    }

    private init(relative rest: ArraySlice<UInt8>, to base: WebAddress) {
        self = base
        let (path, query) = Self.splitQuery(rest)
        if path.isEmpty {
            self.query = query ?? base.query
        } else {
            let start = Self.isSlash(path[path.startIndex]) ? [] : Array(base.path.dropLast())
            self.path = Self.resolved(path, onto: start)
            self.query = query
        }
    }
}

extension WebAddress {
    /// Without spaces and control characters at the ends, and without tabs and line ends anywhere.
    private static func cleaned(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        guard start > 0 || bytes.contains(where: isDropped) else { return bytes }
        return bytes[start...].filter { !isDropped($0) }
    }

    private static func isDropped(_ byte: UInt8) -> Bool {
        byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func takeScheme(from rest: inout ArraySlice<UInt8>) -> String? {
        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")), let first = rest.first, isLetter(first),
            rest[..<colon].allSatisfy({ isLetter($0) || (48...57).contains($0) || "+-.".utf8.contains($0) })
        else { return nil }
        defer { rest = rest[(colon + 1)...] }
        return String(decoding: rest[..<colon], as: UTF8.self).lowercased()
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (65...90).contains(byte & 0xDF)
    }

    /// Browsers take a backslash for a slash.
    private static func isSlash(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }

    private static func splitPort(_ authority: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
        let afterBracket = authority.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
        guard !authority.isEmpty else { return nil }
        guard let colon = authority[afterBracket...].firstIndex(of: UInt8(ascii: ":")) else { return (authority, []) }
        return (authority[..<colon], authority[(colon + 1)...])
    }

    /// The port, `.some(nil)` for the scheme's own; `nil` for what is none.
    private static func port(_ digits: ArraySlice<UInt8>, scheme: String) -> Int?? {
        guard !digits.isEmpty else { return .some(nil) }
        guard digits.allSatisfy({ (48...57).contains($0) }), let port = Int(String(decoding: digits, as: UTF8.self)),
            port < 65_536
        else { return nil }
        return .some(port == (scheme == "http" ? 80 : 443) ? nil : port)
    }

    private static func splitQuery(_ rest: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, String?) {
        guard let mark = rest.firstIndex(of: UInt8(ascii: "?")) else { return (rest, nil) }
        return (rest[..<mark], String(decoding: rest[(mark + 1)...], as: UTF8.self))
    }

    private static func route(_ fragment: ArraySlice<UInt8>, isOnRoot: Bool) -> String? {
        let isHashbang = fragment.first == UInt8(ascii: "!")
        guard isHashbang || isOnRoot && fragment.first == UInt8(ascii: "/") else { return nil }
        return String(decoding: fragment, as: UTF8.self)
    }

    /// The path with its dot segments resolved, escaped or not.
    private static func resolved(_ path: ArraySlice<UInt8>, onto start: [String]) -> [String] {
        var rest = path
        if let first = rest.first, isSlash(first) { rest = rest.dropFirst() }
        var segments = start
        let raw = rest.split(omittingEmptySubsequences: false, whereSeparator: isSlash)
        for (place, bytes) in raw.enumerated() {
            let segment = Escapes.normalised(bytes)
            let isLast = place == raw.count - 1
            if segment == ".." {
                _ = segments.popLast()
                if isLast { segments.append("") }
            } else if segment == "." {
                if isLast { segments.append("") }
            } else {
                segments.append(segment)
            }
        }
        return segments
    }
}
