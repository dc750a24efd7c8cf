/// The secrets of a configuration, each with names by which it is known again in another one, whatever other sources are
/// there: the id of a source, and which of its secrets it is.
package struct NamedSecrets: Sendable {
    package let secrets: [Secret]
    /// Of each of them, one for each source that it belongs to; none for what belongs to no source.
    package let names: [[String]]

    package init(_ secrets: [Secret], of sources: [Source] = []) {
        self.secrets = secrets
        var names = [[String]](repeating: [], count: secrets.count)
        let places = Dictionary(secrets.enumerated().map { ($1.reveal(), $0) }) { first, _ in first }
        for source in secrets.isEmpty ? [] : sources {
            var seen: Set<String> = []
            let own = Self.values(of: source).filter { places[$0] != nil && seen.insert($0).inserted }
            for (number, value) in own.enumerated() {
                if let place = places[value] { names[place].append("\(source.id)/\(number)") }
            }
        }
        self.names = names
    }

    /// All that may be a secret of a source, always in the same order.
    private static func values(of source: Source) -> [String] {
        let values = source.provider.values.sorted { $0.key < $1.key }.map(\.value)
        let key = [source.provider.key?.reveal()].compactMap(\.self)
        let headers = source.headers.flatMap { header in
            [header.value.reveal()] + HeaderSecrets.all(in: header.value.reveal(), of: header.name).map { $0.reveal() }
        }
        return key + values + values.flatMap { AddressSecrets.all(in: $0).map { $0.reveal() } } + headers
    }

    /// The secrets in the places in which another configuration had those of the same names, with an empty one where there is
    /// none, and behind them the others. Those without a name are where they are, as all are where no names are known.
    package func ordered(as others: [[String]]) -> [Secret] {
        guard others.contains(where: { !$0.isEmpty }) else { return secrets }
        var byName: [String: Secret] = [:]
        for (secret, names) in zip(secrets, names) { for name in names { byName[name] = secret } }
        var nameless = zip(secrets, names).filter { $1.isEmpty }.map { $0.0 }[...]
        let found = others.map { names in
            names.isEmpty ? nameless.popFirst() : names.lazy.compactMap { byName[$0] }.first
        }
        let known = Set(found.compactMap(\.self))
        return found.map { $0 ?? Secret("") } + secrets.filter { !known.contains($0) }
    }
}

extension NamedSecrets: ExpressibleByArrayLiteral {
    package init(arrayLiteral secrets: Secret...) { self.init(secrets) }
}
