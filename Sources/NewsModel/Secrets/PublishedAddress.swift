import WebText

/// What of an address of a source, a hub or a redirect may stand in reports.
///
/// Its path and the parameters that are known to be harmless, where nothing in it looks like a secret; else its host
/// alone.
package struct PublishedAddress: Sendable, Hashable {
    /// An address, or a host with its port; empty where it is no address.
    package let text: String
    /// Whether it still leads to where the address leads: nothing was left out but a fragment.
    package let isWhole: Bool
    /// The mark of what was left out of its query; empty where that is nothing, or all that is left is the host.
    fileprivate let ellipsis: String

    /// What may be shown of an address as it is asked; the redactor knows what is secret besides.
    package init(of address: String, besides redactor: Redactor = .none) {
        let parts = URIReference(address)
        guard let scheme = parts.scheme, let authority = parts.authorityOfAbsolute else {
            self.init(text: "", isWhole: false)
            return
        }
        let host = authority.host + (authority.port.map { ":" + $0 } ?? "")
        let all = parts.parameters
        let shown = all.filter { HarmlessParameter.isOne($0.name) || $0.value.isEmpty }
        let query = shown.count == all.count ? parts.query : shown.map(\.text).joined(separator: "&")[...]
        let rest = String(parts.path) + (query.map { $0.isEmpty && !all.isEmpty ? "" : "?" + $0 } ?? "")
        guard !AddressSecrets.areIn(parts), !redactor.hidesAddress(rest) else {
            self.init(text: String(host), isWhole: false)
            return
        }
        let isWhole = shown.count == all.count
        self.init(
            text: "\(scheme)://\(host)\(rest)", isWhole: isWhole,
            ellipsis: isWhole ? "" : rest.contains("?") ? "&…" : "?…")
    }

    /// The host of an address, without its port; one of IPv6 without its brackets.
    package static func host(of address: String) -> String? {
        URIReference(address).authorityOfAbsolute.map { authority in
            guard authority.host.first == "[" else { return String(authority.host) }
            return String(authority.host.dropFirst().prefix { $0 != "]" })
        }
    }

    private init(text: String, isWhole: Bool, ellipsis: String = "") {
        self.text = text
        self.isWhole = isWhole
        self.ellipsis = ellipsis
    }
}

extension Redactor {
    /// A line about the run, as it may leave: addresses in it as they may be published, and no known secret.
    package func said(_ text: String) -> String { redact(Self.publishing(text, besides: self)) }

    /// The same text with every address in it as it may be published.
    package static func publishing(_ text: String, besides redactor: Redactor = .none) -> String {
        // Looking for a byte first: most lines have no colon, and a night of failures has thousands of lines.
        guard text.utf8.contains(UInt8(ascii: ":")), text.contains("://") else { return text }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstRange(of: "://") {
            // RFC 3986 §3.1: it begins with a letter, unlike the `+https://…` of a robot's name.
            let scheme = rest[..<mark.lowerBound].suffix(
                rest[..<mark.lowerBound].reversed().prefix(while: isOfScheme).count
            ).drop { !$0.isLetter }
            guard !scheme.isEmpty else {
                result += rest[..<mark.upperBound]
                rest = rest[mark.upperBound...]
                continue
            }
            let start = scheme.startIndex
            var address = rest[start...].prefix { !endsAddress($0) }
            while let last = address.last, ".,:;!?)'".contains(last) { address.removeLast() }
            let published = PublishedAddress(of: String(address), besides: redactor)
            result += rest[..<start]
            let isScheme = address.endIndex <= mark.upperBound
            result +=
                isScheme
                ? String(address)
                : published.isWhole
                    ? String(address.prefix { $0 != "#" })
                    : published.text.isEmpty ? dots : published.text + published.ellipsis
            rest = rest[address.endIndex...]
        }
        return result + rest
    }

    /// The same text with dots in the place of each word that looks like a secret, known or not.
    package static func withoutRandomWords(_ text: String) -> String {
        let words = text.split(omittingEmptySubsequences: false) { " /?&=:;,'\"".contains($0) }
        guard words.contains(where: { SecretShape.isRandom($0) }) else { return text }
        var result = ""
        for word in words {
            result += SecretShape.isRandom(word) ? dots : String(word)
            if word.endIndex < text.endIndex { result.append(text[word.endIndex]) }
        }
        return result
    }

    private static func isOfScheme(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "+-.".contains(character))
    }

    private static func endsAddress(_ character: Character) -> Bool {
        character.isWhitespace || "<>\"`“”…".contains(character)
    }
}
