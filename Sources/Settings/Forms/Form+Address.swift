import Foundation
import NewsModel

extension ValueFormat where Value == Address {
    /// An `http` or `https` address. What in it is secret is remembered.
    static func address(_ example: String, _ secrecy: Secrecy = .inParts) -> ValueFormat {
        scalar("an address such as \(example)", schema: .pattern("^[Hh][Tt][Tt][Pp][Ss]?://")) {
            text, reading throws(InvalidValue) in
            let address = try Address(text.value.trimmed)
            reading.keepSecrets(of: address, written: text, secrecy)
            return address
        }
    }
}

/// How secret an address is.
enum Secrecy: Sendable {
    /// It is for everybody.
    case none
    /// What in it looks like a secret is one.
    case inParts
    /// Who knows it needs to know nothing else, as with a webhook's.
    case asWhole
}

extension ValueFormat where Value == String {
    /// An address that paths are appended to: no query, no fragment, and no slash at its end.
    static func base(_ example: String) -> ValueFormat {
        let form = ValueFormat<Address>.address(example)
        return ValueFormat(expects: form.expects, schema: form.schema) { node, name, reading in
            guard let address = form.read(node, name, &reading) else { return nil }
            guard address.query == nil, address.fragment == nil else {
                reading.report(
                    "`\(name)` is \(form.expects), to which paths are appended; take off its `?` or `#`",
                    at: node.position)
                return nil
            }
            return String(address.text.reversed().drop { $0 == "/" }.reversed())
        }
    }
}

extension ValueFormat where Value == NamedSecret {
    /// A key or password, with the variable that it came from. It is never quoted.
    static func secret(_ expects: String) -> ValueFormat {
        scalar(expects, schema: .plainText, isSecret: true) { text, reading throws(InvalidValue) in
            let value = text.value.trimmed
            reading.keepSecret(Secret(value))
            guard !value.isEmpty else { throw InvalidValue("it is empty") }
            guard !value.unicodeScalars.contains(where: isControlOrSpace) else {
                throw InvalidValue("it holds a space or a line break")
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

extension ConfigurationReader {
    /// Remembers what of an address is secret, and what of it came from the environment.
    fileprivate mutating func keepSecrets(of address: Address, written text: ExpandedText, _ secrecy: Secrecy) {
        if secrecy == .none { return }
        AddressSecrets.all(in: address.text, isWhole: secrecy == .asWhole).forEach { keepSecret($0) }
        let behindHost = address.path + (address.query.map { "?" + $0 } ?? "")
        for value in text.values {
            if value.contains("://") {
                if behindHost.count > 1 { keepSecret(Secret(behindHost, reach: .addressesOfSources)) }
            } else if behindHost.contains(value) {
                keepSecret(Secret(value, reach: .addressesOfSources))
            }
        }
    }
}
