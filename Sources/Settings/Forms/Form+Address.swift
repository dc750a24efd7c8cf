import Foundation
import NewsModel

extension Form where Value == Address {
    /// An `http` or `https` address. Credentials in it are remembered as secrets.
    static func address(_ example: String) -> Form {
        scalar("an address such as \(example)", schema: .pattern("^[Hh][Tt][Tt][Pp][Ss]?://")) {
            text, reading throws(Complaint) in
            let address = try Address(text.value.trimmed)
            reading.keepSecrets(of: address)
            return address
        }
    }
}

extension Form where Value == LocatedAddress {
    /// An address together with its spelling before variables were filled in, which ids are made of.
    static func locatedAddress(_ example: String) -> Form {
        let form = Form<Address>.address(example)
        return Form(expects: form.expects, schema: form.schema) { node, name, reading in
            guard let address = form.read(node, name, &reading), case .text(let raw) = node.content else { return nil }
            return LocatedAddress(address: address, raw: raw)
        }
    }
}

struct LocatedAddress: Sendable {
    let address: Address
    let raw: String
}

extension Form where Value == String {
    /// An address that paths are appended to: no query, no fragment, and no slash at its end.
    static func base(_ example: String) -> Form {
        let form = Form<Address>.address(example)
        return Form(expects: form.expects, schema: form.schema) { node, name, reading in
            guard let address = form.read(node, name, &reading) else { return nil }
            guard address.query == nil, address.fragment == nil else {
                reading.report(
                    "`\(name)` is \(form.expects), to which paths are appended; take off its `?` or `#`", at: node.place
                )
                return nil
            }
            return String(address.text.reversed().drop { $0 == "/" }.reversed())
        }
    }
}

extension Form where Value == NamedSecret {
    /// A key or password, with the variable that it came from. It is never quoted.
    static func secret(_ expects: String) -> Form {
        scalar(expects, schema: .plainText, isSecret: true) { text, reading throws(Complaint) in
            let value = text.value.trimmed
            reading.keepSecret(value)
            guard !value.isEmpty else { throw Complaint("it is empty") }
            guard !value.unicodeScalars.contains(where: isControlOrSpace) else {
                throw Complaint("it holds a space or a line break")
            }
            return NamedSecret(secret: Secret(value), name: text.names.first)
        }
    }
}

struct NamedSecret: Sendable {
    let secret: Secret
    /// The variable of the environment that it came from.
    let name: String?
}

extension Reading {
    /// Remembers the password of an address, and the value of each parameter that sounds like a key.
    mutating func keepSecrets(of address: Address) {
        if let credentials = address.credentials { keepCredentials(credentials) }
        for pair in (address.query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, Credentials.isCredentialName(String(parts[0])), parts[1].count >= 8 else {
                continue
            }
            keepSecretSpellings(String(parts[1]))
        }
    }

    /// Remembers `user:password`, and the password by itself; without a password the user is one.
    mutating func keepCredentials(_ credentials: String) {
        keepSecretSpellings(credentials)
        let parts = credentials.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 { keepSecretSpellings(String(parts[1])) }
    }

    /// As it is written, and as it reads after percent-decoding.
    private mutating func keepSecretSpellings(_ value: String) {
        keepSecret(value)
        if let decoded = value.removingPercentEncoding { keepSecret(decoded) }
    }
}

/// Which names stand for something that must not be shown.
enum Credentials {
    private static let parts = [
        "auth", "token", "secret", "password", "passwd", "apikey", "cookie", "session", "signature",
    ]

    /// Whether a header or parameter of this name holds a credential: `Authorization`, `X-Api-Key`, `access_token`, …
    static func isCredentialName(_ name: String) -> Bool {
        let plain = plainForm(name)
        return plain == "key" || plain.hasSuffix("key") || parts.contains { plain.contains($0) }
    }
}
