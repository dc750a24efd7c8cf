import WebText

/// The address of a feed as a person wrote it, made into one that can be asked.
///
/// Lists of feeds are written by hand: the scheme is missing, a reader's `feed:` stands before it, spaces or markup are
/// in it. What is meant is plain in most of them, and each change is said.
package struct MendedAddress: Sendable, Hashable {
    package let text: String
    /// What was changed, as words of a sentence; `nil` where nothing was.
    package let reason: String?

    /// Why a text is no address.
    package struct Failure: Error, Sendable, Hashable {
        package let reason: String
    }

    package init(_ written: String) throws(Failure) {
        var reasons: [String] = []
        var text = Self.unwrapped(written)
        guard !text.isEmpty else { throw Failure(reason: "no address stands there") }
        text = Self.cut(text, &reasons)
        text = try Self.withScheme(text, &reasons)
        if text.contains("&amp;") {
            text = text.replacing("&amp;", with: "&")
            reasons.append("`&amp;` is `&`")
        }
        text = try Self.withoutSpaces(text, &reasons)
        guard let address = WebAddress(text) else {
            throw Failure(reason: "it is no address of a feed")
        }
        // What a browser would write otherwise is written as it would.
        if text.utf8.contains(where: { #"\"<>^`{|}"#.utf8.contains($0) }) { text = address.text }
        self.text = text
        reason = reasons.isEmpty ? nil : reasons.joined(separator: ", ")
    }

    /// Without what surrounds an address in a text: white space, invisible characters, quotes, brackets, a comma.
    private static func unwrapped(_ written: String) -> String {
        var scalars = written.unicodeScalars[...]
        while let first = scalars.first, isWrapping(first) || first == "<" { scalars.removeFirst() }
        while let last = scalars.last, isWrapping(last) || ">,;".unicodeScalars.contains(last) { scalars.removeLast() }
        return String(scalars).filter { !"\n\r\t\r\n".contains($0) }
    }

    private static func isWrapping(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || "\"'`“”".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace
            || scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0xFEFF
    }

    /// A quote that was never closed leaves the next attribute, or the next tag, in the address.
    private static func cut(_ text: String, _ reasons: inout [String]) -> String {
        var end = text.firstIndex { "<>\"“”".contains($0) } ?? text.endIndex
        if text.utf8.contains(0x20), let attribute = attribute(in: text[..<end]) { end = attribute }
        guard end < text.endIndex, end > text.startIndex else { return text }
        reasons.append("what stands behind it was left out")
        return unwrapped(String(text[..<end]))
    }

    // By hand in what follows: an expression takes longer to make than a line to read, and a list may have many lines.

    /// Where white space begins behind which the name of an attribute stands with its `=`.
    private static func attribute(in text: Substring) -> String.Index? {
        var rest = text
        while let space = rest.firstIndex(where: \.isWhitespace) {
            rest = rest[space...].drop(while: \.isWhitespace)
            let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_:.-".contains($0)) }
            if name.first?.isLetter == true, rest[name.endIndex...].first == "=" { return space }
        }
        return nil
    }

    private static func withScheme(_ written: String, _ reasons: inout [String]) throws(Failure) -> String {
        if isSound(written) { return written }
        var text = written
        for prefix in ["feed://", "feed:"] where text.lowercased().hasPrefix(prefix) {
            text.removeFirst(prefix.count)
            reasons.append("`feed:` is for readers of feeds")
            break
        }
        if let sound = withSoundHTTP(&text, &reasons) { return sound }
        if var known = try withKnownScheme(text, &reasons) { return withSoundHTTP(&known, &reasons) ?? known }
        if text.hasPrefix("//") { text.removeFirst(2) }
        guard isHostLike(text[...]) else { throw Failure(reason: "it is no address of a feed") }
        reasons.append("https:// was missing")
        return "https://" + text
    }

    /// What begins as an address of the web, with one scheme, and with what belongs behind that; `nil` where it is none.
    private static func withSoundHTTP(_ text: inout String, _ reasons: inout [String]) -> String? {
        // `http://https://…`: two addresses bars, one address.
        while let first = httpScheme(of: text[...]), first.rest.hasPrefix("://"),
            httpScheme(of: first.rest.dropFirst(3))?.rest.hasPrefix("://") == true
        {
            text = String(first.rest.dropFirst(3))
            reasons.append("its scheme stood there twice")
        }
        guard let (scheme, behind) = httpScheme(of: text[...]) else { return nil }
        if behind.hasPrefix("://") { return text }
        let hasColon = behind.first == ":"
        let path = behind.dropFirst(hasColon ? 1 : 0)
        let rest = path.drop { $0 == "/" }
        guard (hasColon ? 0...1 : 1...2).contains(path.count - rest.count), isHostLike(rest) else { return nil }
        reasons.append("`://` belongs behind the scheme")
        return scheme.lowercased() + "://" + rest
    }

    /// `http` or `https`, in any letters, and what stands behind it.
    private static func httpScheme(of text: Substring) -> (name: Substring, rest: Substring)? {
        for name in ["https", "http"] where text.prefix(name.count).lowercased() == name {
            return (text.prefix(name.count), text.dropFirst(name.count))
        }
        return nil
    }

    /// A text whose scheme is a slip of the pen, with the one that is meant; `nil` where it has none.
    private static func withKnownScheme(_ text: String, _ reasons: inout [String]) throws(Failure) -> String? {
        // RFC 3986 §3.1.
        let scheme = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
        let rest = text[scheme.endIndex...]
        guard scheme.first?.isLetter == true, rest.first == ":" else { return nil }
        if rest.hasPrefix("://") {
            guard let meant = ["https", "http"].first(where: { isSlip(scheme.lowercased(), of: $0) }) else {
                throw Failure(reason: "neither http nor https: \(scheme.lowercased())")
            }
            reasons.append("`\(scheme)` is \(meant)")
            return meant + rest
        }
        // Behind a host stands its port.
        guard !scheme.contains("."), rest.dropFirst().first?.isNumber != true else { return nil }
        throw Failure(reason: "neither http nor https: \(scheme.lowercased())")
    }

    /// Whether the scheme is there once, as in nearly all addresses.
    private static func isSound(_ text: String) -> Bool {
        guard let rest = ["https://", "http://"].first(where: text.hasPrefix).map({ text.dropFirst($0.count) }) else {
            return false
        }
        return !rest.hasPrefix("http") && !rest.hasPrefix("/")
    }

    private static func isSlip(_ scheme: String, of known: String) -> Bool {
        if scheme == "hxxp" || scheme == "hxxps" { return scheme.count == known.count }
        guard abs(scheme.count - known.count) <= 1, scheme.count >= 3, scheme != "ftp", scheme != "sftp" else {
            return false
        }
        var rest = known[...]
        // All but one of its letters, in their order.
        let common = scheme.count { letter in
            guard let at = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: at)...]
            return true
        }
        return common >= known.count - 1
    }

    /// Whether a text without a scheme begins like a host: two labels, or a name or an address with what belongs to it.
    private static func isHostLike(_ text: Substring) -> Bool {
        let authority = text.prefix { !"/?#".contains($0) }
        guard !authority.contains(where: \.isWhitespace) else { return false }
        let parts = authority.split(separator: "@", omittingEmptySubsequences: false)
        guard let host = parts.last, parts.count < 3, parts.count == 1 || !parts[0].isEmpty else { return false }
        return isHost(host, isAlone: parts.count == 1)
    }

    /// Whether it is one that nobody takes for something else; `isAlone` says that no name of a user stands before it.
    private static func isHost(_ host: Substring, isAlone: Bool) -> Bool {
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            let address = host[..<end].dropFirst()
            let rest = host[end...].dropFirst()
            return isAlone && !address.isEmpty && address.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
                && (rest.isEmpty || rest.first == ":" && isNumber(rest.dropFirst()))
        }
        let parts = host.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 1 || parts.count == 2 && isNumber(parts[1]) else { return false }
        var labels = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        if labels.count == 1 {
            let isName =
                !labels[0].isEmpty && labels[0].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            return isAlone && parts.count == 2 && isName
        }
        if isAlone, labels.count == 4, labels.allSatisfy(isNumber) { return true }
        if labels.last?.isEmpty == true { labels.removeLast() }
        return labels.count > 1 && labels.allSatisfy { !$0.isEmpty } && (labels.last?.count ?? 0) > 1
    }

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static func withoutSpaces(_ text: String, _ reasons: inout [String]) throws(Failure) -> String {
        guard text.contains(where: \.isWhitespace) else { return text }
        let authority = (text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text[...]).prefix {
            !"/?#".contains($0)
        }
        guard !authority.contains(where: \.isWhitespace) else {
            throw Failure(reason: "there is a space in its host")
        }
        reasons.append("spaces are written %20")
        return text.split(whereSeparator: \.isWhitespace).joined(separator: "%20")
    }
}

extension MendedAddress {
    /// What two spellings of one feed's address have in common: neither the scheme, nor a last slash, nor a fragment.
    package static func key(of address: String) -> String {
        guard let parsed = WebAddress(address)?.withoutFragment.text else { return address }
        var key = parsed[parsed.index(parsed.startIndex, offsetBy: parsed.hasPrefix("https") ? 8 : 7)...]
        while key.last == "/" { key.removeLast() }
        return String(key)
    }
}
