import WebText

/// Addresses in documents, resolved as RFC 3986 §5 has it, with what browsers forgive.
package enum Reference {
    /// The address that `reference` names; absolute where it is or `base` is known, `nil` for one that leads nowhere or
    /// carries a script.
    static func resolve(_ reference: Bytes, base: String?) -> String? {
        if let plain = AddressEscapes.decoded(reference) {
            return plain.withUnsafeBufferPointer { resolvePlain($0.trimmed, base: base) }
        }
        return resolvePlain(reference.trimmed, base: base)
    }

    private static func resolvePlain(_ reference: Bytes, base: String?) -> String? {
        guard !reference.isEmpty, reference.count <= longest else { return nil }
        if isWeb(reference), !holdsBlank(reference) { return reference.string }
        let text = clean(reference)
        if let scheme = URIReference.scheme(of: text) { return isScript(scheme) ? nil : text }
        guard let base, base.utf8.count <= longest else { return text }
        let document = URIReference(base)
        // What has no hierarchy, such as `tag:` or `urn:`, is the base of nothing.
        guard document.scheme != nil, document.authority != nil || document.path.hasPrefix("/") else { return text }
        let address = URIReference(text).resolved(against: document).text
        return address.utf8.count <= longest ? address : nil
    }

    /// In bytes: what is longer is no address that any server takes, and as a base it would make each of thousands of
    /// links as long.
    static let longest = WebAddress.longest

    package static func resolve(_ reference: String, base: String?) -> String? {
        var reference = reference
        return reference.withUTF8 { resolve($0, base: base) }
    }

    /// An address as others are relative to it: without user, password, query and fragment, which are of who asked and
    /// would be handed on with every link.
    package static func base(_ address: String) -> String {
        var reference = URIReference(address)
        (reference.query, reference.fragment) = (nil, nil)
        if let parts = reference.authorityParts {
            reference.authority = parts.host + (parts.port.map { ":" + $0 } ?? "")
        }
        return reference.text
    }

    /// An entry's own address on the web, as what stands in the entry is relative to it: with its query, which may be what
    /// tells it from others, but without user, password and fragment.
    static func entryBase(_ link: String) -> String {
        var text = link
        let (end, hasUser) = text.withUTF8 { ($0.index(of: ASCII.hash, from: 0), namesUser($0)) }
        if hasUser { return withoutUserAndFragment(link) }
        guard let end else { return link }
        return String(Substring(link.utf8.prefix(end)))
    }

    private static func withoutUserAndFragment(_ link: String) -> String {
        var reference = URIReference(link)
        reference.fragment = nil
        if let parts = reference.authorityParts {
            reference.authority = parts.host + (parts.port.map { ":" + $0 } ?? "")
        }
        return reference.text
    }

    /// Whether an `@` stands before the path of an address of the web.
    private static func namesUser(_ link: Bytes) -> Bool {
        guard let at = link.index(of: UInt8(ascii: "@"), from: 0) else { return false }
        return link.index(of: UInt8(ascii: "/"), from: "https://".utf8.count).map { at < $0 } ?? true
    }

    /// Whether an address has a scheme.
    static func isAbsolute(_ address: String) -> Bool { isWeb(address) || URIReference.scheme(of: address) != nil }

    /// Whether an address is one of the web's.
    static func isWeb(_ address: String) -> Bool {
        var address = address
        return address.withUTF8(isWeb)
    }

    private static func isWeb(_ reference: Bytes) -> Bool {
        reference.starts(withWord: "https://", at: 0) || reference.starts(withWord: "http://", at: 0)
    }

    private static func holdsBlank(_ reference: Bytes) -> Bool {
        guard let start = reference.baseAddress else { return false }
        let raw = UnsafeRawPointer(start)
        var at = 0
        // Eight bytes at once: whether one of them is less than 0x21.
        while at + 8 <= reference.count {
            let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            if (word &- 0x2121_2121_2121_2121) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
            at += 8
        }
        return reference[at...].contains { $0 <= ASCII.space }
    }

    /// As browsers read it (WHATWG URL §4.1): line breaks and tabs go, blanks are escaped.
    private static func clean(_ reference: Bytes) -> String {
        var text: [UInt8] = []
        for byte in reference {
            if byte == ASCII.space {
                text.append("%20")
            } else if byte > ASCII.space, byte != 0x7F {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func isScript(_ scheme: String) -> Bool {
        ["javascript", "vbscript", "data", "file", "about", "blob"].contains(scheme)
    }
}
