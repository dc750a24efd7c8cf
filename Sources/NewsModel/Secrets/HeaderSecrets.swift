import Foundation

/// What of a request header is a secret.
package enum HeaderSecrets {
    /// The value as a whole, and each part of it that is one by itself: what follows `Bearer`, the password that `Basic`
    /// encodes, the cookies of a `Cookie`. Headers that say what is wanted and who asks hold none.
    package static func all(in value: String, of name: String) -> [Secret] {
        if harmless.contains(name.lowercased()), !SecretShape.isRandom(value) { return [] }
        let parts = value.split { " ;,".contains($0) }.map { $0.trimmingCharacters(in: marks) }
        var found = [value] + (parts.count > 1 ? parts.filter { !schemes.contains($0.lowercased()) } : [])
        for part in parts {
            if let equals = part.firstIndex(of: "="), part[part.index(after: equals)...].contains(where: { $0 != "=" })
            {
                found.append(part[part.index(after: equals)...].trimmingCharacters(in: marks))
            }
            if let data = Data(base64Encoded: part), let text = String(data: data, encoding: .utf8), text.contains(":")
            {
                found += [text] + text.split(separator: ":", maxSplits: 1).dropFirst().map(String.init)
            }
        }
        let reach: Secret.Reach = !CredentialName.isOne(name) && SecretShape.isOrdinary(value) ? .values : .everywhere
        var seen: Set<String> = []
        return found.filter { !$0.isEmpty && seen.insert($0).inserted }.map { Secret($0, reach: reach) }
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
