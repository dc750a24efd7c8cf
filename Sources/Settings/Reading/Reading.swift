import NewsModel

/// What comes together while one file is read: its mistakes, its secrets, and what it may refer to.
struct Reading {
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

    mutating func report(_ message: String, at place: Place) {
        guard canReport else {
            hidesMistakes = true
            return
        }
        mistakes.insert(Diagnostic(file: file, line: place.line, column: place.column, message: message))
    }

    /// A mistake of the file as a whole.
    mutating func report(_ message: String) {
        mistakes.insert(Diagnostic(file: file, line: 0, column: 0, message: message))
    }

    /// Remembers a value that must not leave.
    mutating func keepSecret(_ secret: Secret) {
        guard !secret.reveal().isEmpty, knownSecrets.insert(secret).inserted else { return }
        secrets.append(secret)
    }

    /// The text of a scalar with its variables filled in; `nil` with a diagnostic where one is missing.
    mutating func expand(_ raw: String, at place: Place) -> ExpandedText? {
        let (text, problems) = variables.expand(raw)
        for (name, value) in zip(text.names, text.values) {
            environmentValues.append(Secret(value))
            // Elsewhere what it is for decides: a title or a country is meant to be read.
            guard CredentialName.isOne(name) || SecretShape.isRandom(value), !value.contains("://") else { continue }
            keepSecret(Secret(value))
        }
        problems.forEach { report($0.message, at: place) }
        return problems.isEmpty ? text : nil
    }
}
