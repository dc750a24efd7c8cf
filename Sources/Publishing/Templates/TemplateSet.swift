import Files
package import Foundation
import Mustache
import Templates
import WebText

/// The templates, style sheets and words that a site is made with: those that came with us, and in their place what
/// the user's own folder has under the same name.
package struct TemplateSet: Sendable {
    private let library: MustacheLibrary
    let files: [String: [UInt8]]
    /// Of the language that it was made for.
    let words: Words
    private let templateWords: TemplateWords

    /// - Parameters:
    ///   - directory: The user's folder; `nil` for none. Read once, here; only `.mustache`, `.css`, `.svg` and `.txt`
    ///     files of it count. A template of a new name is a partial that the user's own templates may ask for.
    ///   - language: That of the site, as the configuration says it.
    /// - Throws: For a folder or file that cannot be read, for Mustache that is not well-formed, for a field or a
    ///   partial that does not exist, and for a field written unescaped that is not safe to be.
    package init(directory: URL?, language: String) throws(TemplateError) {
        var files = EmbeddedTemplates.files
        if let directory {
            for (name, own) in try Self.read(directory) {
                // Words are added to ours, of which the later ones count; everything else takes the place of ours.
                files[name] = name.hasSuffix(".txt") ? (files[name] ?? []) + [UInt8(ascii: "\n")] + own : own
            }
        }
        words = Words(language: language, entriesOf: files)
        templateWords = TemplateWords(texts: words.forTemplates)
        library = try Self.library(files, words, folder: directory?.lastPathComponent)
        self.files = files
    }

    private static func library(
        _ files: [String: [UInt8]], _ words: Words, folder: String?
    ) throws(TemplateError) -> MustacheLibrary {
        MarkupContent.register()
        var library = MustacheLibrary()
        var tags: [String: [TemplateTag]] = [:]
        let place = { (name: String) in folder.map { "\($0)/\(name).mustache" } ?? "\(name).mustache" }
        for file in files.keys.sorted() {
            guard let name = templateName(file) else { continue }
            let text = String(decoding: files[file] ?? [], as: UTF8.self)
            let own = TemplateTag.all(of: text)
            try checkNesting(of: own, place(name))
            library.register(try parse(text, place(name)), named: name)
            tags[name] = own
        }
        // Ours are checked by the tests.
        guard folder != nil else { return library }
        let known = words.language == "en" ? words : Words(language: "en", entriesOf: files)
        try TemplateCheck(tags: tags, place: place, words: Set(known.forTemplates.keys)).run()
        return library
    }

    /// What a template makes of a view.
    func text(of view: some TemplateView, with name: String) -> RawText {
        let page = TemplatePage(view: AnyTemplateView(view), words: templateWords)
        // Every template name that we ask for is embedded, so there always is one.
        return .rendered(library.render(page, withTemplate: name) ?? "")
    }

    func render(_ view: some TemplateView, with name: String) -> [UInt8] { Array(text(of: view, with: name).text.utf8) }

    /// A hash of what the page that a template makes of a view depends on, besides the look of all pages.
    func hash(of view: some TemplateView, with name: String) -> String {
        var digest = ViewDigest()
        digest.add(name)
        view.add(to: &digest)
        return digest.hash
    }

    /// A file that is not a template: `style.css`, `favicon.svg`, `en.txt`.
    func file(_ name: String) -> [UInt8]? { files[name] }

    /// The same as text; empty where there is none.
    func text(_ name: String) -> String { String(decoding: files[name] ?? [], as: UTF8.self) }

    /// Mustache's parser goes into each section, and so does rendering: thousands within each other would end the
    /// program.
    private static func checkNesting(of tags: [TemplateTag], _ place: String) throws(TemplateError) {
        var depth = 0
        for tag in tags {
            switch tag.mark {
            case "#", "^", "<", "$": depth += 1
            case "/": depth -= 1
            // Behind other delimiters no section would be seen here.
            case "=":
                throw TemplateError(
                    file: place, line: tag.line, message: "delimiters and content types stay as they are here")
            default: continue
            }
            guard depth <= mostDepth else {
                throw TemplateError(
                    file: place, line: tag.line, message: "sections stand within each other more than \(mostDepth) deep"
                )
            }
        }
    }

    static let mostDepth = 64

    private static func parse(_ text: String, _ place: String) throws(TemplateError) -> MustacheTemplate {
        do {
            return try MustacheTemplate(string: MarkupContent.pragma + text)
        } catch let error as MustacheTemplate.ParserError {
            throw TemplateError(
                file: place, line: error.context.lineNumber, message: explanation(of: error.error))
        } catch {
            throw TemplateError(file: place, message: "this is not Mustache: \(error)")
        }
    }

    private static func explanation(of error: any Error) -> String {
        guard let error = error as? MustacheTemplate.Error else { return "a tag is not finished: “}}” is missing" }
        switch error {
        case .sectionCloseNameIncorrect: return "this closing tag does not match the section that is open here"
        case .expectedSectionEnd: return "the file ends inside a section: a closing tag such as {{/name}} is missing"
        case .unfinishedName: return "a tag is not finished: a name and “}}” belong here"
        default: return "this tag cannot be read: \(error)"
        }
    }

    private static func templateName(_ file: String) -> String? {
        file.hasSuffix(".mustache") ? String(file.dropLast(".mustache".count)) : nil
    }

    private static func read(_ directory: URL) throws(TemplateError) -> [String: [UInt8]] {
        let folder = directory.lastPathComponent
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        } catch {
            throw TemplateError(file: folder, message: "the folder of templates cannot be read; is “templates” right?")
        }
        var files: [String: [UInt8]] = [:]
        for name in names where [".mustache", ".css", ".svg", ".txt"].contains(where: { name.hasSuffix($0) }) {
            files[name] = try read(directory.appending(path: name).path, called: "\(folder)/\(name)")
        }
        return files
    }

    private static func read(_ path: String, called name: String) throws(TemplateError) -> [UInt8] {
        let data: Data
        do throws(RegularFile.Failure) {
            data = try RegularFile.contents(of: path, mostBytes: mostBytes)
        } catch {
            let message =
                switch error {
                case .missing, .unreadable: "the file cannot be read"
                case .other(let kind): "this is \(kind), not a file"
                case .tooLarge: "the file is larger than \(mostBytes >> 20) MB"
                }
            throw TemplateError(file: name, message: message)
        }
        guard String(validating: data, as: UTF8.self) != nil else {
            throw TemplateError(file: name, message: "the file cannot be read as UTF-8 text")
        }
        return Array(data)
    }

    private static let mostBytes = 4 << 20
}

/// A page's view with the words of the site's language, which are in sight in every template.
private struct TemplatePage: MustacheParent {
    let view: AnyTemplateView
    let words: TemplateWords

    func child(named name: String) -> Any? { name == "words" ? words : view.child(named: name) }
}

private struct TemplateWords: MustacheParent, Sendable {
    let texts: [String: String]

    func child(named name: String) -> Any? { texts[name].map(TemplateText.init) }
}

/// How our templates escape what they insert.
///
/// The library's own escaping goes by `Character`, so that a quotation mark followed by a combining accent passes
/// unescaped and ends the attribute that it stands in. Ours goes by bytes. A partial falls back to the library's, so
/// every file begins with the pragma that names ours.
private struct MarkupContent: MustacheContentType {
    static let pragma = "{{% CONTENT_TYPE:MARKUP}}"

    static func register() {
        MustacheContentTypes.register(MarkupContent(), named: "MARKUP")
    }

    func escapeText(_ text: String) -> String { Escape.markup(text) }
}

/// A template that cannot be used, in one sentence with its place.
package struct TemplateError: Error, Sendable, Hashable, CustomStringConvertible, LocalizedError {
    /// The file's name as the user would write it.
    package var file: String
    /// From 1; `nil` where the file as a whole is meant.
    package var line: Int?
    package var message: String

    package var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(message)" }
    package var errorDescription: String? { description }
}
