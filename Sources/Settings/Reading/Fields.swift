import NewsModel

/// The keys that stand in one mapping of the file, all of them known.
struct Fields: Sendable {
    let shape: Shape
    let position: FilePosition
    private let members: [String: Node.Member]
    /// Keys that the user meant by unknown ones: nobody needs to hear that they are missing.
    let misspelt: Set<String>

    init(shape: Shape, position: FilePosition, members: [Node.Member], misspelt: Set<String> = []) {
        self.shape = shape
        self.position = position
        self.misspelt = misspelt
        self.members = Dictionary(members.map { ($0.key, $0) }) { first, _ in first }
    }

    /// A mapping that is not in the file.
    init(empty shape: Shape) {
        self.init(shape: shape, position: .start, members: [])
    }

    func has(_ name: String) -> Bool { members[name] != nil }

    func hasOrMisspells(_ name: String) -> Bool { has(name) || misspelt.contains(name) }

    /// The value of a key as written, where it is a single one or a list of such, with commas between them.
    func raw(_ name: String) -> String? {
        switch members[name]?.value.content {
        case .text(let raw): raw
        case .list(let nodes):
            nodes.compactMap { if case .text(let raw) = $0.content { raw } else { nil } }.joined(separator: ",")
        case .nothing, .mapping, .broken, nil: nil
        }
    }

    func member(_ name: String) -> Node.Member? { members[name] }

    /// The keys that stand in it.
    var names: Set<String> { Set(members.keys) }

    /// Every value in it with its key, as written, but for secret ones: what tells two mappings apart.
    func rawText(besides secrets: [String]) -> String {
        members.keys.filter { !secrets.contains($0) }.sorted()
            .compactMap { name in raw(name).map { "\(name)=\($0)" } }.joined(separator: "&")
    }

    /// Where a key stands, or the mapping where it does not.
    func position(of name: String) -> FilePosition { members[name]?.keyPosition ?? position }

    /// Where the value of a key stands.
    func valuePosition(of name: String) -> FilePosition { members[name]?.value.position ?? position }
}

extension ConfigurationReader {
    /// The value of a key; `nil` where it does not stand there, or with a diagnostic where it cannot be read.
    mutating func value<Value>(of key: SettingKey<Value>, in fields: Fields) -> Value? {
        let name = fields.shape.prefix + key.name
        guard let member = fields.member(key.name) else {
            if key.isRequired, !fields.misspelt.contains(key.name) {
                report("\(fields.shape.subject) needs `\(key.name)`, \(key.form.expects)", at: fields.position)
            }
            return nil
        }
        return key.form.read(member.value, name, &self)
    }

    /// Takes over the value of a key, where it stands there and can be read.
    mutating func set<Value>(_ target: inout Value, to key: SettingKey<Value>, in fields: Fields) {
        if let value = value(of: key, in: fields) { target = value }
    }

    mutating func set<Value>(_ target: inout Value?, to key: SettingKey<Value>, in fields: Fields) {
        if let value = value(of: key, in: fields) { target = value }
    }

    /// A mapping inside a mapping; one without keys where it does not stand there.
    mutating func fields(of key: SettingKey<Fields>, in fields: Fields) -> Fields? {
        guard fields.has(key.name) else { return key.form.shape.map { Fields(empty: $0) } }
        return value(of: key, in: fields)
    }

    /// The keys of a mapping, after every unknown one was reported. One that has no value has no keys.
    mutating func fields(of node: Node, _ shape: Shape, called subject: String, expects: String) -> Fields? {
        switch node.content {
        case .mapping(let members):
            let names = Set(shape.names)
            var misspelt: Set<String> = []
            for member in members where !names.contains(member.key) {
                if shape.allowsOwnKeys, member.key.hasPrefix("x-") {
                    keepSecrets(in: member.value, called: member.key)
                    continue
                }
                guard canReport else {
                    report("unknown key", at: member.keyPosition)
                    break
                }
                let suggestion = Suggestion(for: member.key, in: shape, root: root)
                report("unknown key \(quotedKey(member.key))\(suggestion.ending)", at: member.keyPosition)
                if let meant = suggestion.meant { misspelt.insert(meant) }
            }
            let known = members.filter { names.contains($0.key) }
            return Fields(shape: shape, position: node.position, members: known, misspelt: misspelt)
        case .nothing: return Fields(shape: shape, position: node.position, members: [])
        case .broken: return nil
        case .text, .list:
            report("\(subject) is \(expects), not \(node.kind)", at: node.position)
            return nil
        }
    }

    /// Remembers what looks like a credential in the user's own keys, whether it is used or not: the file may be shown.
    private mutating func keepSecrets(in node: Node, called name: String) {
        switch node.content {
        case .text(let text):
            if text.contains("://") {
                AddressSecrets.all(in: text).forEach { keepSecret($0) }
            } else if CredentialName.isOne(name) || SecretShape.isRandom(text), !text.contains("${") {
                keepSecret(Secret(text, reach: SecretShape.isOrdinary(text) ? .values : .everywhere))
            }
        case .list(let nodes): for node in nodes { keepSecrets(in: node, called: name) }
        case .mapping(let members): for member in members { keepSecrets(in: member.value, called: member.key) }
        case .nothing, .broken: break
        }
    }
}
