import NewsModel

/// The state of reading one configuration: its diagnostics, its secrets, and what its values may refer to.
struct ConfigurationReader {
    let file: String
    /// The folder that relative paths start from, as an absolute path.
    let directory: String
    let variables: Variables
    /// The providers that a source may name.
    let providers: [ProviderDefinition]
    /// The keys at the top of the file, with all inside.
    let root: Shape
    /// The keys of a source.
    let source: Shape
    private var mistakes: Set<Diagnostic> = []
    private var hidesMistakes = false
    private var knownSecrets: Set<Secret> = []
    private(set) var secrets: [Secret] = []
    /// The files whose contents are values, as absolute paths.
    private(set) var files: [String] = []
    /// The file of the state, beside which copies of lists are.
    var stateFile = ""
    private(set) var lists: [RemoteList] = []
    /// Lists of feeds that were read already, by their addresses.
    var listBytes: [String: [UInt8]] = [:]
    /// What the variables in the file stand for, secret or not: messages show the variables.
    private var environmentValues: [Secret] = []

    /// A file with more mistakes than this is no configuration at all.
    static let mostDiagnostics = 500

    init(file: String, directory: String, environment: [String: String], providers: [ProviderDefinition]) {
        self.providers = providers
        source = SourceKeys.shape(providers)
        root = Keys.root(source)
        self.file = file
        self.directory = directory
        variables = Variables(environment: environment)
    }

    mutating func addFile(_ path: String) {
        files.append(path)
    }

    var hasMistakes: Bool { !mistakes.isEmpty }

    /// Whether there is room for another mistake; finding words for one that nobody sees takes time.
    var canReport: Bool { mistakes.count < Self.mostDiagnostics }

    /// In the order of the file, each once although an alias may repeat it, and without any known secret.
    var diagnostics: [Diagnostic] {
        let redactor = Redactor(secrets: secrets + environmentValues)
        let shown = mistakes.sorted().map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.message = redactor.said(diagnostic.message)
            return diagnostic
        }
        guard hidesMistakes else { return shown }
        let message = "more than \(Self.mostDiagnostics) mistakes; these are the first"
        return [Diagnostic(file: file, line: 0, column: 0, message: message)] + shown
    }

    mutating func report(_ message: String, at position: FilePosition) {
        guard canReport else {
            hidesMistakes = true
            return
        }
        mistakes.insert(Diagnostic(file: file, line: position.line, column: position.column, message: message))
    }

    /// A mistake of the file as a whole.
    mutating func report(_ message: String) {
        mistakes.insert(Diagnostic(file: file, line: 0, column: 0, message: message))
    }

    mutating func addList(_ list: RemoteList) { lists.append(list) }

    /// Remembers a value that must not leave.
    mutating func keepSecret(_ secret: Secret) {
        guard !secret.reveal().isEmpty, knownSecrets.insert(secret).inserted else { return }
        secrets.append(secret)
    }

    /// The text of a scalar with its variables filled in; `nil` with a diagnostic where one is missing.
    mutating func expand(_ raw: String, at position: FilePosition) -> ExpandedText? {
        let (text, problems) = variables.expand(raw)
        for (name, value) in zip(text.names, text.values) {
            environmentValues.append(Secret(value))
            // Elsewhere what it is for decides: a title or a country is meant to be read.
            guard CredentialName.isOne(name) || SecretShape.isRandom(value), !value.contains("://") else { continue }
            keepSecret(Secret(value))
        }
        problems.forEach { report($0.message, at: position) }
        return problems.isEmpty ? text : nil
    }
}

/// A text of the file after its variables were filled in.
struct ExpandedText: Sendable {
    /// As the user wrote it; this is what messages show.
    var raw: String
    /// With every `${NAME}` replaced by its value and every `$${` by `${`.
    var value: String
    /// The variables in it, in order.
    var names: [String] = []
    /// What they stand for.
    var values: [String] = []
}

/// Fills in `${NAME}` from the environment.
struct Variables: Sendable {
    let environment: [String: String]

    /// What is wrong with the variables of one text.
    enum Problem: Error, Hashable {
        case missing(String)
        case empty(String)
        case unreadable

        var message: String {
            switch self {
            case .missing(let name):
                "the variable `\(name)` is not set in the environment; set it before the run"
            case .empty(let name):
                "the variable `\(name)` is set in the environment, but empty; give it a value"
            case .unreadable:
                "`${` begins a variable, written `${NAME}`; write `$${` for the characters themselves"
            }
        }
    }

    func expand(_ raw: String) -> (text: ExpandedText, problems: [Problem]) {
        guard raw.utf8.contains(UInt8(ascii: "$")) else { return (ExpandedText(raw: raw, value: raw), []) }
        var text = ExpandedText(raw: raw, value: "")
        var problems: [Problem] = []
        var rest = raw[...]
        while let dollar = rest.firstIndex(of: "$") {
            text.value += rest[..<dollar]
            rest = rest[dollar...]
            if rest.hasPrefix("$${") {
                text.value += "${"
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("${") {
                let name = rest.dropFirst(2).prefix { $0 != "}" }
                rest = rest[name.endIndex...].dropFirst()
                fill(String(name), isClosed: name.endIndex < raw.endIndex, into: &text, &problems)
            } else {
                text.value += "$"
                rest = rest.dropFirst()
            }
        }
        text.value += rest
        return (text, problems)
    }

    private func fill(_ name: String, isClosed: Bool, into text: inout ExpandedText, _ problems: inout [Problem]) {
        guard isClosed, name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil else {
            if !problems.contains(.unreadable) { problems.append(.unreadable) }
            return
        }
        guard let value = environment[name] else {
            if !problems.contains(.missing(name)) { problems.append(.missing(name)) }
            return
        }
        guard !value.isEmpty else {
            if !problems.contains(.empty(name)) { problems.append(.empty(name)) }
            return
        }
        text.value += value
        text.names.append(name)
        text.values.append(value)
    }
}
