/// Carries the instructions of a page out.
struct TemplateWriter {
    private(set) var bytes: [UInt8] = []
    /// What is open, the innermost last.
    private var open: [FieldValue]

    init(_ view: some TemplateView) {
        open = [.view(view.values)]
        bytes.reserveCapacity(1 << 14)
    }

    mutating func write(_ instructions: [Instruction]) {
        for instruction in instructions {
            switch instruction {
            case .text(let text): bytes.append(contentsOf: text)
            case .insert(let path, let isEscaped): insert(value(at: path), isEscaped: isEscaped)
            case .with(let path, let inner): write(inner, with: value(at: path))
            case .without(let path, let inner): if !value(at: path).isShown { write(inner) }
            }
        }
    }

    private mutating func insert(_ value: FieldValue, isEscaped: Bool) {
        switch value {
        case .text(let text): Escape.markup(text, into: &bytes)
        case .html(let html): isEscaped ? Escape.markup(html, into: &bytes) : bytes.append(contentsOf: html.utf8)
        case .nothing, .flag, .texts, .words, .view, .list: break  // no template that asks for these is taken
        }
    }

    private mutating func write(_ inner: [Instruction], with value: FieldValue) {
        guard value.isShown else { return }
        switch value {
        case .nothing: break
        case .flag: write(inner)
        case .text, .html, .words, .view: write(inner, in: value)
        case .texts(let texts): for text in texts { write(inner, in: .text(text)) }
        case .list(let members): for member in members { write(inner, in: .view(member)) }
        }
    }

    private mutating func write(_ inner: [Instruction], in value: FieldValue) {
        open.append(value)
        write(inner)
        open.removeLast()
    }

    private func value(at path: FieldPath) -> FieldValue {
        var value = open[path.view]
        for place in path.places {
            guard case .view(let fields) = value else { return .nothing }
            value = fields[place]
        }
        guard let word = path.word, case .words(let words) = value else { return value }
        return words[word].map(FieldValue.text) ?? .nothing
    }
}
