import Foundation

/// What of a request header is a secret.
package enum HeaderSecrets {
    /// The value as a whole, and each part of it that is one by itself: what follows `Bearer`, the password that `Basic`
    /// encodes, the cookies of a `Cookie`. Headers that say what is wanted and who asks hold none.
    package static func all(in value: String, of name: String) -> [Secret] {
        if harmless.contains(name.lowercased()), !SecretShape.isRandom(value) { return [] }
        if name.lowercased() == "cookie" { return cookies(value) }
        let isCredential = CredentialName.isOne(name)
        let parts = value.split { " ;,".contains($0) }.map { $0.trimmingCharacters(in: marks) }
            .filter { !schemes.contains($0.lowercased()) }
        var found = [Secret(value, reach: isCredential ? .everywhere : reach(of: value))]
        for part in parts where part != value {
            // What alone stands behind a scheme is the credential, and a word among others is a word.
            found.append(Secret(part, reach: isCredential && parts.count == 1 ? .everywhere : reach(of: part)))
        }
        for part in parts {
            found += [valueBehindName(in: part)].compactMap { $0 }.map { Secret($0, reach: reach(of: $0)) }
            found += credentials(in: part).map { Secret($0) }
        }
        var seen: Set<String> = []
        return found.filter { !$0.reveal().isEmpty && seen.insert($0.reveal()).inserted }
    }

    /// The values of cookies: their names are the site's.
    private static func cookies(_ value: String) -> [Secret] {
        let pairs = value.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        let values = pairs.map { valueBehindName(in: $0) ?? $0 }.filter { !$0.isEmpty }
        return values.map { Secret($0, reach: values.count == 1 ? .everywhere : reach(of: $0)) }
    }

    private static func reach(of part: String) -> Secret.Reach { SecretShape.isOrdinary(part) ? .values : .everywhere }

    private static func valueBehindName(in part: String) -> String? {
        guard let equals = part.firstIndex(of: "=") else { return nil }
        let value = part[part.index(after: equals)...]
        return value.contains { $0 != "=" } ? value.trimmingCharacters(in: marks) : nil
    }

    /// `user:password` in base 64 (RFC 7617), and the password by itself.
    private static func credentials(in part: String) -> [String] {
        guard let data = Data(base64Encoded: part), let text = String(data: data, encoding: .utf8), text.contains(":")
        else {
            return []
        }
        return [text] + text.split(separator: ":", maxSplits: 1).dropFirst().map(String.init)
    }

    private static let marks = CharacterSet(charactersIn: "\"'")

    private static let schemes: Set<String> = ["bearer", "basic", "token", "digest", "apikey", "negotiate", "key"]

    private static let harmless: Set<String> = [
        "accept", "accept-charset", "accept-encoding", "accept-language", "cache-control", "content-type", "dnt",
        "from",
        "if-modified-since", "if-none-match", "origin", "pragma", "priority", "referer", "sec-gpc", "user-agent", "via",
        "x-requested-with",
    ]
}
