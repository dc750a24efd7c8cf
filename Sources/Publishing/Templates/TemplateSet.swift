package import Foundation
internal import Templates

/// The templates, style sheets and words that a site is made with: those that came with us, and in their place what
/// the user's own folder has under the same name.
package struct TemplateSet: Sendable {
    /// What is done to write each page.
    private let pages: [String: [Instruction]]
    let files: [String: [UInt8]]

    /// The templates that came with us.
    package init() throws(TemplateError) {
        try self.init(files: EmbeddedTemplates.files, folder: nil)
    }

    /// - Parameter directory: The user's folder; `nil` for none. Read once, here; only `.mustache`, `.css`, `.svg` and
    ///   `.txt` files of it count. A template of a new name is a partial that the user's own templates may ask for.
    /// - Throws: For a folder or file that cannot be read, for Mustache that is not well-formed, for a field or a
    ///   partial that does not exist, and for a field written unescaped that is not safe to be.
    package init(directory: URL?) throws(TemplateError) {
        var files = EmbeddedTemplates.files
        if let directory {
            for (name, own) in try Self.read(directory) {
                // Words are added to ours, of which the later ones count; everything else takes the place of ours.
                files[name] = name.hasSuffix(".txt") ? (files[name] ?? []) + [UInt8(ascii: "\n")] + own : own
            }
        }
        try self.init(files: files, folder: directory?.lastPathComponent)
    }

    private init(files: [String: [UInt8]], folder: String?) throws(TemplateError) {
        var texts: [String: String] = [:]
        for (file, bytes) in files {
            if let name = Self.templateName(file) { texts[name] = String(decoding: bytes, as: UTF8.self) }
        }
        let words = Set(Words(language: "en", entriesOf: files).forTemplates.keys)
        pages = try TemplateCompiler.pages(
            of: texts, place: { name in folder.map { "\($0)/\(name).mustache" } ?? "\(name).mustache" }, words: words)
        self.files = files
    }

    /// What a page template makes of a view.
    func render(_ view: some TemplateView, with name: String) -> [UInt8] {
        var writer = TemplateWriter(view)
        writer.write(pages[name] ?? [])
        return writer.bytes
    }

    /// A file that is not a template: `style.css`, `favicon.svg`, `en.txt`.
    func file(_ name: String) -> [UInt8]? { files[name] }

    /// All of it as bytes, in a fixed order, for a fingerprint.
    var everything: [UInt8] {
        files.keys.sorted().flatMap { Array($0.utf8) + [0] + (files[$0] ?? []) + [0] }
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
            guard let data = try? Data(contentsOf: directory.appending(path: name)),  // why it failed is said below
                String(validating: data, as: UTF8.self) != nil
            else { throw TemplateError(file: "\(folder)/\(name)", message: "the file cannot be read as UTF-8 text") }
            files[name] = Array(data)
        }
        return files
    }
}
