/// An absolute `http` or `https` address in one spelling, read as browsers read it (WHATWG URL §4.4): what is asked,
/// compared and printed is the same text for every room.
///
/// The scheme and the host are in lower case, the host in ASCII (``HostName``), a port that the scheme has anyway is
/// left out, dot segments are resolved, and what a URI forbids is percent-encoded; letters beyond ASCII stay, as in an
/// IRI.
package struct WebAddress: Sendable, Hashable {
    package let text: String

    /// In bytes: what is longer is no address that any server takes, and as a base it would make each of thousands of
    /// links as long.
    package static let longest = 4096

    /// Reads an address as it stands in a document or a file, relative to `base` where it is relative.
    ///
    /// White space around it and line breaks and tabs within it do not count, so that no scheme can hide behind them.
    /// `nil` for another scheme, for a host that can't be one, for what is too long or holds other control characters.
    package init?(_ text: String, base: WebAddress? = nil) {
        if Self.isInOneSpelling(text[...].utf8) {
            self.init(trusted: text)
            return
        }
        guard let cleaned = URIReference.cleaned(text) else { return nil }
        var reference = URIReference(cleaned)
        if let scheme = reference.scheme {
            guard URIReference.isWeb(scheme) else { return nil }
            if reference.authority == nil {
                // `https:page`: relative to a page of the same scheme, and else as if the slashes stood there.
                let rest = Substring(cleaned.utf8.dropFirst(scheme.utf8.count + 1))
                reference = base?.scheme == scheme ? .withoutScheme(rest) : URIReference("\(scheme)://\(rest)")
            }
        }
        if reference.scheme == nil {
            guard let base else { return nil }
            reference = reference.resolved(against: base.reference)
        }
        self.init(absolute: reference)
    }

    /// Reads a link that a page is to show, relative to the document at `base`.
    ///
    /// Who writes a name and a password before the host wants to be taken for another, so that is no address to show.
    package init?(link: String, base: String? = nil) {
        self.init(link, base: base.flatMap { WebAddress($0) })
        guard userinfo == nil, link.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    }

    private init?(absolute reference: URIReference) {
        guard let scheme = reference.scheme, URIReference.isWeb(scheme), let authority = reference.authorityParts,
            let host = HostName(String(authority.host)), let port = Self.port(authority.port, of: scheme)
        else { return nil }
        var spelled = reference
        let user = authority.userinfo.map { "\(PercentEncoding.encoded($0, keeping: .userinfo))@" } ?? ""
        spelled.authority = "\(user)\(host.ascii)\(port.map { ":\($0)" } ?? "")"
        spelled.path = URIReference.withoutDotSegments(PercentEncoding.encoded(reference.path, keeping: .path))
        spelled.query = reference.query.map { PercentEncoding.encoded($0, keeping: .query) }
        spelled.fragment = reference.fragment.map { PercentEncoding.encoded($0, keeping: .query) }
        let text = spelled.text
        // What escapes make too long could not be read again.
        guard text.utf8.count <= Self.longest else { return nil }
        self.init(trusted: text)
    }

    private init(trusted text: String) { self.text = text }

    /// The port, `.some(nil)` for the scheme's own; `nil` for what is none.
    private static func port(_ digits: Substring?, of scheme: String) -> Int?? {
        guard let digits, !digits.isEmpty else { return .some(nil) }
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let port = UInt16(digits) else { return nil }
        return .some(port == usualPort(of: scheme) ? nil : Int(port))
    }

    private static func usualPort(of scheme: String) -> Int { scheme == "https" ? 443 : 80 }
}

extension WebAddress {
    /// `http` or `https`.
    package var scheme: String { isSecure ? "https" : "http" }

    package var isSecure: Bool { text.utf8.dropFirst(4).first == UInt8(ascii: "s") }

    /// Its parts, as they stand in the one spelling.
    package var reference: URIReference { URIReference(text) }

    /// The host as ``HostName`` writes it, without the port.
    package var host: String { String(authority.host) }

    /// Host and port, the port only where it is not the scheme's own.
    package var hostAndPort: String {
        let authority = authority
        return authority.host + (authority.port.map { ":" + $0 } ?? "")
    }

    /// The port that is asked.
    package var port: Int { authority.port.flatMap { Int($0) } ?? Self.usualPort(of: scheme) }

    /// `user:password` as it is written, where it carries them.
    package var userinfo: Substring? { authority.userinfo }

    /// In the one spelling it stands behind two slashes, and what ends it is known.
    private var authority: URIReference.Authority {
        let rest = text.utf8.dropFirst(isSecure ? Self.secure.count : Self.plain.count)
        return URIReference.Authority(Substring(rest.prefix { !Self.endsAuthority($0) }))
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    /// The same address without a user and a password, which are those of whoever asks.
    package var withoutUserinfo: WebAddress {
        guard userinfo != nil else { return self }
        return changing { $0.authority = Substring(hostAndPort) }
    }

    /// The same address without a fragment, which is for the page alone.
    package var withoutFragment: WebAddress {
        guard text.utf8.contains(UInt8(ascii: "#")) else { return self }
        return changing { $0.fragment = nil }
    }

    private func changing(_ change: (inout URIReference) -> Void) -> WebAddress {
        var changed = reference
        change(&changed)
        return WebAddress(trusted: changed.text)
    }

    /// Path and query as they stand in a request (RFC 9112 §3.2.1), in ASCII.
    package var requestTarget: String {
        let reference = reference
        let path = reference.path.isEmpty ? "/" : PercentEncoding.encoded(reference.path, keeping: .path, isASCII: true)
        let query = reference.query.map { "?\(PercentEncoding.encoded($0, keeping: .query, isASCII: true))" }
        return "\(path)\(query ?? "")"
    }
}

extension WebAddress {
    /// Whether an address is in its one spelling already, as nearly all are: seen by its bytes, without taking it apart.
    private static func isInOneSpelling(_ bytes: Substring.UTF8View) -> Bool {
        guard bytes.count <= longest else { return false }
        let start = bytes.starts(with: secure) ? secure.count : bytes.starts(with: plain) ? plain.count : nil
        guard let start else { return false }
        let rest = bytes.dropFirst(start)
        let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        guard isPlainAuthority(rest[..<end], isSecure: start == secure.count) else { return false }
        let isPlain = isPlain
        var isFirst = false
        var digitsOwed = 0
        for byte in rest[end...] {
            // What is escaped stands as it is, but for dots, which may be segments of the path.
            if digitsOwed > 0 {
                guard byte.hexValue != nil, !(digitsOwed == 1 && byte | 0x20 == UInt8(ascii: "e")) else { return false }
                digitsOwed -= 1
            } else if byte == UInt8(ascii: "%") {
                digitsOwed = 2
            } else {
                guard isPlain[Int(byte)], !(isFirst && byte == UInt8(ascii: ".")) else { return false }
            }
            isFirst = byte == UInt8(ascii: "/")
        }
        return digitsOwed == 0
    }

    /// Whether host and port are in their usual form: a name or four decimal numbers, and no port of the scheme's own.
    private static func isPlainAuthority(_ authority: Substring.UTF8View, isSecure: Bool) -> Bool {
        let host = authority.prefix { $0 != UInt8(ascii: ":") }
        guard HostName.isPlainName(host) || HostName.isPlainIPv4(host) else { return false }
        guard host.endIndex < authority.endIndex else { return true }
        let digits = authority[host.endIndex...].dropFirst()
        guard let first = digits.first, (49...57).contains(first), digits.count < 6,
            digits.allSatisfy({ (48...57).contains($0) })
        else { return false }
        let port = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        return port < 65_536 && port != (isSecure ? 443 : 80)
    }

    private static let secure = Array("https://".utf8)
    private static let plain = Array("http://".utf8)
    /// What may stand in path, query and fragment; a second number sign may not, and is rare.
    private static let isPlain: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        let marks = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-/_~?=&+,;:@!$'()*"
        for byte in marks.utf8 { table[Int(byte)] = true }
        return table
    }()
}

extension String {
    /// A host, or a text that begins with one, without the `www.` that says nothing of it.
    package var withoutWWW: String { hasPrefix("www.") ? String(dropFirst(4)) : self }
}
