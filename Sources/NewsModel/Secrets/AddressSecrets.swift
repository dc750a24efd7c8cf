package import WebText

extension URIReference {
    /// The authority of an absolute reference with a host; `nil` for any other.
    var authorityOfAbsolute: Authority? {
        guard scheme != nil, let authority = authorityParts, !authority.host.isEmpty else { return nil }
        return authority
    }

    /// The parameters of the query, read as whoever splits at semicolons too.
    var parameters: [QueryParameter] { query.map { QueryParameter.all(in: $0, separators: Self.separators) } ?? [] }

    static let separators = "&;"
}

/// What of an address is a secret, by its name or by its looks.
package enum AddressSecrets {
    /// The secrets of an address; `isWhole` where knowing it is all that it takes, as with a webhook's: then whatever in
    /// it is no word is one.
    package static func all(in address: String, isWhole: Bool = false) -> [Secret] {
        let parts = URIReference(address)
        guard let authority = parts.authorityOfAbsolute else { return [] }
        return (authority.userinfo.map(secrets(ofUserinfo:)) ?? []) + secrets(ofPath: parts.path, isWhole: isWhole)
            + parts.parameters.flatMap { secrets(of: $0, isWhole: isWhole) }
            + (parts.fragment.map { secrets(ofFragment: $0, isWhole: isWhole) } ?? [])
    }

    /// The segments of a path that are no secrets.
    package static func withoutSecrets(path: Substring) -> String {
        let hidden = Set(secrets(ofPath: path, isWhole: false).map { $0.reveal() })
        guard !hidden.isEmpty else { return String(path) }
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        return segments.filter { segment in
            !hidden.contains(String(segment.prefix { $0 != ";" })) && !segment.contains(";")
        }.joined(separator: "/")
    }

    /// Whether nothing of an address but its host may be shown.
    package static func areIn(_ parts: URIReference) -> Bool {
        parts.authorityParts?.userinfo.map { $0 != Redactor.dots } ?? false
            || !secrets(ofPath: parts.path, isWhole: false).isEmpty
            || parts.parameters.contains { isSecret($0) }
    }

    /// `user:password`, and the password by itself; without a password the user is one.
    package static func secrets(ofUserinfo userinfo: Substring) -> [Secret] {
        let parts = userinfo.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let whole = spellings(String(userinfo))
        guard parts.count == 2 else { return whole }
        let user = isMadeUp(parts[0]) ? spellings(parts[0]) : []
        return whole + spellings(parts[1]) + user
    }

    private static func secrets(ofPath path: Substring, isWhole: Bool) -> [Secret] {
        var found: [Secret] = []
        var isNamed = false
        for segment in path.utf8.split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
            for (place, piece) in Substring(segment).split(separator: ";").enumerated() {
                if place > 0 {
                    found += QueryParameter.all(in: piece, separators: URIReference.separators).flatMap {
                        secrets(of: $0, isWhole: isWhole)
                    }
                } else if let reach = reach(ofSegment: piece, isNamed: isNamed, isWhole: isWhole) {
                    found += spellings(String(piece), reach)
                    let name = SecretShape.withoutFileType(String(piece))
                    if name.count < piece.count { found += spellings(String(name), reach) }
                    // `bot123456:q7…`: the word before the key is no part of it.
                    let key = piece.drop { $0.isLetter }
                    if key.count < piece.count, key.contains(":"), isMadeUp(key) {
                        found += spellings(String(key), reach)
                    }
                }
            }
            isNamed = segment.count <= longestSegmentName && segmentNames.contains(Substring(segment).lowercased())
        }
        return found
    }

    /// Behind a segment of such a name stands a key, whatever it looks like: `/token/0f3c/rss.xml`.
    private static let segmentNames: Set<String> = [
        "token", "tokens", "key", "apikey", "api_key", "api-key", "auth", "secret", "secrets", "private", "session",
        "sid",
        "access_token", "accesstoken",
    ]
    private static let longestSegmentName = segmentNames.reduce(0) { max($0, $1.utf8.count) }

    private static func reach(ofSegment segment: Substring, isNamed: Bool, isWhole: Bool) -> Secret.Reach? {
        guard segment.utf8.count >= SecretShape.shortest || isNamed || isWhole else { return nil }
        if SecretShape.isToken(segment) { return .everywhere }
        let text = String(segment)
        let hasDigit = text.contains(where: \.isNumber) && !isWordlike(segment)
        if segment.utf8.count >= SecretShape.shortest, CredentialName.isHeld(in: text) {
            return hasDigit ? .everywhere : .addressesOfSources
        }
        let isRandom = SecretShape.isRandom(segment)
        guard isNamed || isWhole, segment.utf8.count >= 4 else { return isRandom ? .addressesOfSources : nil }
        let isWord = SecretShape.isOrdinary(text) || isWordlike(segment)
        return isWord ? (isNamed || isRandom ? .addressesOfSources : nil) : .everywhere
    }

    private static func isWordlike(_ text: some StringProtocol) -> Bool {
        SecretShape.isWordlike(SecretShape.withoutFileType(String(text)).utf8)
    }

    private static func secrets(of parameter: QueryParameter, isWhole: Bool) -> [Secret] {
        let value = parameter.value.isEmpty ? parameter.name : parameter.value
        guard value.utf8.count >= 4 else { return [] }
        let decoded = value.percentDecoded
        // A word stays one in texts, whatever the name of the parameter.
        let isPlain = SecretShape.isPlain(decoded)
        if isSecret(parameter) {
            if isPlain { return spellings(String(value), .values) }
            // An id of digits hides the address; elsewhere it is as public as any.
            let isSure = hasTellingName(parameter) || SecretShape.isToken(value) || !SecretShape.isRandom(value)
            return spellings(String(value), isSure ? .everywhere : .addressesOfSources)
        }
        guard isWhole || !isPlain && !HarmlessParameter.isOne(parameter.name), !parameter.value.isEmpty,
            !HarmlessParameter.isPublicID(parameter.name, parameter.value)
        else { return [] }
        return spellings(String(value), isMadeUp(value) ? .everywhere : .values)
    }

    /// Whether a value of which nothing else is known is one that nobody would write by chance.
    private static func isMadeUp(_ value: some StringProtocol) -> Bool {
        SecretShape.isToken(value)
            || value.utf8.count >= SecretSpellings.shortest && !SecretShape.isOrdinary(value) && !isWordlike(value)
                && value.contains(where: \.isNumber) && value.contains(where: \.isLetter)
    }

    private static func secrets(ofFragment fragment: Substring, isWhole: Bool) -> [Secret] {
        let isOne = isWhole && fragment.utf8.count >= 4 && !SecretShape.isOrdinary(fragment)
        return isOne || SecretShape.isToken(fragment) ? spellings(String(fragment)) : []
    }

    private static func isSecret(_ parameter: QueryParameter) -> Bool {
        if HarmlessParameter.isPublicID(parameter.name, parameter.value) { return false }
        return hasTellingName(parameter) || SecretShape.isRandom(parameter.value)
            || SecretShape.isRandom(parameter.name)
            || parameter.value.utf8.count >= SecretShape.shortest && CredentialName.isHeld(in: String(parameter.value))
                && parameter.value.contains(where: \.isNumber) && !isWordlike(parameter.value)
    }

    private static func hasTellingName(_ parameter: QueryParameter) -> Bool {
        !parameter.value.isEmpty && !HarmlessParameter.isOne(parameter.name) && CredentialName.isOne(parameter.name)
    }

    /// As it is written, as it reads after percent-decoding, and the parts of it that are secrets by themselves, as in
    /// `user:0123456789abcdef`.
    private static func spellings(_ value: String, _ reach: Secret.Reach = .everywhere) -> [Secret] {
        let decoded = value.percentDecoded
        let parts = decoded.split { !($0.isASCII && ($0.isLetter || $0.isNumber) || "-_".contains($0)) }
        let made = parts.filter { $0.utf8.count < decoded.utf8.count && isMadeUp($0) }.map(String.init)
        return ([value] + (decoded == value ? [] : [decoded]) + made).filter { !$0.isEmpty }
            .map { Secret($0, reach: reach) }
    }
}
