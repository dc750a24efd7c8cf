import WebText

/// The names of headers, parameters and variables that tell a credential from an ordinary value.
package enum CredentialName {
    /// Whether a header, parameter, variable or path segment of this name holds a credential: `Authorization`,
    /// `X-Api-Key`, `access_token`, …
    package static func isOne(_ name: some StringProtocol) -> Bool {
        let parts = parts(of: name)
        return parts.contains(where: isCredential) || isCredential(parts.joined())
    }

    /// The words that a name consists of, in small letters: `accessToken`, `ACCESS_TOKEN` and `access-token` are the same.
    private static func parts(of name: some StringProtocol) -> [String] {
        var parts: [String] = [""]
        var wasSmall = false
        for character in name.percentDecoded {
            guard character.isLetter else {
                // `oauth2` is a word, and `token2` another token.
                if !character.isNumber { parts.append("") }
                wasSmall = false
                continue
            }
            if wasSmall, character.isUppercase { parts.append("") }
            parts[parts.count - 1] += character.lowercased()
            wasSmall = character.isLowercase
        }
        return parts.filter { !$0.isEmpty }
    }

    private static func isCredential(_ word: String) -> Bool {
        if words.contains(word) { return true }
        if holds(one: inside, word) { return !word.hasPrefix("secretar") }
        return word.hasSuffix("key") && keysOf.contains(String(word.dropLast(3)))
    }

    /// Whether a text holds a word that says what it is: `my-secret-feed-0f3`.
    static func isHeld(in text: String) -> Bool {
        holds(one: ["secret", "token", "apikey", "api-key", "api_key", "passw"], text.lowercased())
    }

    /// By bytes: every name and address of a configuration of thousands of sources is searched.
    private static func holds(one words: [StaticString], _ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in words.contains { bytes.first($0, from: 0) != nil } }
    }

    /// What no other word has in it.
    private static let inside: [StaticString] = [
        "token", "secret", "passw", "passphrase", "apikey", "sessid", "sessionid", "signature", "credential", "hmac",
    ]

    /// What a key is of, where the two are written as one word.
    private static let keysOf = Set(WordList.words(PackageResources.credential_keys_txt))

    private static let words = Set(WordList.words(PackageResources.credential_words_txt))
}

/// Parameters of the query that say which list of a site is meant, and nothing of who asks.
enum HarmlessParameter {
    static func isOne(_ name: some StringProtocol) -> Bool {
        let plain = name.lowercased()
        return names.contains(plain.utf8.contains(ASCII.minus) ? plain.replacing("-", with: "_") : plain)
    }

    /// Whether a value is an id by which a site calls what everybody may see, however random it looks.
    static func isPublicID(_ name: some StringProtocol, _ value: some StringProtocol) -> Bool {
        guard value.utf8.count <= 48 else { return false }
        return switch name.lowercased() {
        case "channel_id": value.hasPrefix("UC")
        case "v", "video_id", "vid", "bvid":
            value.utf8.count == 11 || value.utf8.count == 12 && value.hasPrefix("BV")
        case "playlist_id": ["PL", "UU", "FL", "OL", "LL"].contains { value.hasPrefix($0) }
        default: false
        }
    }

    private static let names = Set(WordList.words(PackageResources.harmless_parameters_txt))
}
