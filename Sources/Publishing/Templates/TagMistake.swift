import NewsModel

/// Says what is wrong with a tag of a template.
struct TagMistake {
    let tag: TemplateTag
    /// Its file, as the user would write it.
    let file: String

    var isPragma: TemplateError { error("delimiters and content types stay as they are here") }

    var isDynamic: TemplateError { error("a partial is named here, not chosen by a field") }

    var isEndless: TemplateError { error("“\(tag.name)” would stand in itself without end") }

    var mustBeEscaped: TemplateError { error("“\(tag.name)” must be escaped: write {{\(tag.name)}} with two braces") }

    var isNoText: TemplateError { error("“\(tag.name)” is no text: open it, with {{#\(tag.name)}}…{{/\(tag.name)}}") }

    func unknownTemplate(near names: Set<String>) -> TemplateError {
        error("there is no template “\(tag.name)”\(nearest(to: tag.name, in: names))")
    }

    func unknownWords(_ key: String, near keys: Set<String>) -> TemplateError {
        error("there are no words “\(key)”\(nearest(to: key, in: keys))")
    }

    func unknown(_ name: String, near names: Set<String>) -> TemplateError {
        let isElsewhere = TemplateFields.all.contains(name)
        return error(
            isElsewhere
                ? "there is no field “\(name)” at this place, only in other views; docs/templates.md lists them"
                : "there is no field “\(name)”\(nearest(to: name, in: names))")
    }

    private func error(_ message: String) -> TemplateError {
        TemplateError(file: file, line: tag.line, message: message)
    }

    private func nearest(to name: String, in names: Set<String>) -> String {
        let ranked = names.sorted().map { ($0, EditDistance.between(name.lowercased(), $0.lowercased())) }
        guard let (best, distance) = ranked.min(by: { $0.1 < $1.1 }), distance <= max(2, name.count / 3) else {
            return ""
        }
        return "; did you mean “\(best)”?"
    }
}
