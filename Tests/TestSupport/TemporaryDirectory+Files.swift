package import Foundation

extension TemporaryDirectory {
    /// Every file below a folder, by its path.
    package func files(below name: String) throws -> [String: Data] {
        let root = url.appending(path: name)
        guard let paths = FileManager.default.enumerator(atPath: root.path) else { return [:] }
        var files: [String: Data] = [:]
        for case let path as String in paths {
            let file = root.appending(path: path)
            if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                files[path] = try Data(contentsOf: file)
            }
        }
        return files
    }
}
