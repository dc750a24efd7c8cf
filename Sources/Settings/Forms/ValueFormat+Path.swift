import Files
import Foundation
import NewsModel
import WebText

extension ValueFormat where Value == String {
    /// A path as an absolute one: relative ones start at the configuration's folder, `~/` at the user's home.
    static func path(_ expects: String) -> ValueFormat {
        scalar(expects, schema: .plainText) { text, reader throws(InvalidValue) in
            guard !text.value.isEmpty else { throw InvalidValue() }
            guard !text.value.unicodeScalars.contains(where: isControl) else {
                throw InvalidValue("it holds a line break or a control character")
            }
            return reader.absolutePath(text.value)
        }
    }

    /// A path that must lead to a file; the value is the path.
    static func file(_ expects: String) -> ValueFormat {
        existing(expects, isFolder: false)
    }

    /// A path that must lead to a folder.
    static func folder(_ expects: String) -> ValueFormat {
        existing(expects, isFolder: true)
    }

    /// The text of a file (UTF-8, at most `mostBytes`).
    static func contents(_ expects: String, mostBytes: Int) -> ValueFormat {
        let form = file(expects)
        return ValueFormat(expects: expects, schema: form.schema) { node, name, reader in
            guard let path = form.read(node, name, &reader), case .text(let raw) = node.content else { return nil }
            switch readText(at: path, mostBytes: mostBytes) {
            case .success(let text):
                reader.addFile(path)
                return text
            case .failure(let failure):
                reader.report("`\(name)`: \(quoted(raw)) \(failure.words)", at: node.position)
                return nil
            }
        }
    }

    private static func existing(_ expects: String, isFolder: Bool) -> ValueFormat {
        let form = path(expects)
        return ValueFormat(expects: expects, schema: form.schema) { node, name, reader in
            guard let path = form.read(node, name, &reader), case .text(let raw) = node.content else { return nil }
            var foundFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: path, isDirectory: &foundFolder)
            if exists, foundFolder.boolValue == isFolder, isFolder || otherKind(path) == nil { return path }
            let wanted = isFolder ? "a folder" : "a file"
            let found =
                exists
                ? "\(quoted(raw)) is \(isFolder ? "a file" : otherKind(path) ?? "a file")"
                : "there is no \(quoted(raw)); relative paths start at the configuration's folder"
            reader.report("`\(name)` is \(wanted), but \(found)", at: node.position)
            return nil
        }
    }
}

extension ConfigurationReader {
    func absolutePath(_ path: String) -> String {
        var path = path
        if path == "~" || path.hasPrefix("~/"), let home = variables.environment["HOME"] {
            path = home + path.dropFirst()
        }
        let absolute = path.hasPrefix("/") ? path : directory + "/" + path
        return URL(fileURLWithPath: absolute).standardized.path
    }
}

/// Why a text file cannot be used, as words that follow its name.
enum TextFileFailure: Error {
    /// Its bytes cannot be had, of which so many may be read.
    case file(RegularFile.Failure, mostBytes: Int)
    case notUTF8(FilePosition)

    var words: String {
        switch self {
        case .file(.missing, _): "does not exist"
        case .file(.other(let kind), _): "is \(kind), not a file"
        case .file(.unreadable, _): "cannot be read; check its permissions"
        case .file(.tooLarge, let most): "is larger than \(most >= 1 << 20 ? "\(most >> 20)MB" : "\(most >> 10)KB")"
        case .notUTF8: "is not UTF-8; save it in that encoding"
        }
    }
}

/// The text of a UTF-8 file, without a byte order mark; never more than `mostBytes` are read.
func readText(at path: String, mostBytes: Int) -> Result<String, TextFileFailure> {
    var data: Data
    switch readBytes(at: path, mostBytes: mostBytes) {
    case .success(let bytes): data = bytes
    case .failure(let failure): return .failure(failure)
    }
    if data.starts(with: [0xEF, 0xBB, 0xBF]) { data = data.dropFirst(3) }
    guard let text = data.withUnsafeBytes({ String(validating: $0, as: UTF8.self) }) else {
        return .failure(.notUTF8(firstInvalidPlace(in: data)))
    }
    return .success(text)
}

/// The bytes of an ordinary file.
func readBytes(at path: String, mostBytes: Int) -> Result<Data, TextFileFailure> {
    do throws(RegularFile.Failure) {
        return .success(try RegularFile.contents(of: path, mostBytes: mostBytes))
    } catch {
        return .failure(.file(error, mostBytes: mostBytes))
    }
}

/// What stands at a path in place of an ordinary file; `nil` for one.
private func otherKind(_ path: String) -> String? {
    do throws(RegularFile.Failure) {
        try RegularFile.check(path)
        return nil
    } catch {
        switch error {
        case .other(let kind): return kind
        case .missing, .unreadable, .tooLarge: return "not to be read"
        }
    }
}

/// The line and column of the first byte that is not UTF-8.
private func firstInvalidPlace(in data: Data) -> FilePosition {
    var (line, column) = (1, 1)
    var decoder = UTF8()
    var bytes = data.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) {
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return FilePosition(line: line, column: column)
}

extension ValueFormat where Value == NetworkPolicy.Proxy {
    static var proxy: ValueFormat {
        scalar("a proxy such as http://proxy.example.org:3128", schema: .plainText) {
            text, reader throws(InvalidValue) in
            try reader.proxy(text.value, isFromEnvironment: false)
        }
    }
}

extension ConfigurationReader {
    /// The proxy that the environment names, in the order in which other tools look.
    mutating func proxyOfEnvironment() -> NetworkPolicy.Proxy? {
        for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
            guard let text = variables.environment[name], !text.isEmpty else { continue }
            do throws(InvalidValue) {
                return try proxy(text, isFromEnvironment: true)
            } catch {
                let advice = error.advice.map { "; \($0)" } ?? ""
                report(
                    "the variable `\(name)` of the environment is no proxy such as "
                        + "http://proxy.example.org:3128\(advice)")
                return nil
            }
        }
        return nil
    }

    /// The hosts of NO_PROXY: names, `.domain` suffixes, addresses, or `*`.
    func proxyExceptionsOfEnvironment() -> [String] {
        let text = variables.environment["NO_PROXY"] ?? variables.environment["no_proxy"] ?? ""
        return text.split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    /// A proxy's address, with or without `http://` before it; the port is 80 where none is named.
    fileprivate mutating func proxy(
        _ text: String, isFromEnvironment: Bool
    ) throws(InvalidValue) -> NetworkPolicy.Proxy {
        let text = text.trimmed
        let scheme = text.firstRange(of: "://").map { text[..<$0.lowerBound].lowercased() } ?? "http"
        guard scheme != "https" else { throw InvalidValue("the way to a proxy is http; write http:// before it") }
        guard scheme == "http" else { throw InvalidValue("only proxies that speak HTTP can be used") }
        let address = try Address(text.contains("://") ? text : "http://" + text)
        AddressSecrets.all(in: address.text).forEach { keepSecret($0) }
        guard ["", "/"].contains(address.path), address.query == nil, address.fragment == nil else {
            throw InvalidValue("nothing stands behind its port")
        }
        let credentials = address.credentials.map { Secret($0.percentDecoded) }
        return NetworkPolicy.Proxy(
            host: address.host.trimmingCharacters(in: CharacterSet(charactersIn: "[]")), port: address.port ?? 80,
            credentials: credentials, isFromEnvironment: isFromEnvironment)
    }
}
