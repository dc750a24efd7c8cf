import CBuild
import NewsModel

/// What `--version` says: the version, and the commit that the program was built from where that is known.
enum BuildVersion {
    static var text: String {
        let commit = [String(cString: broadsheet_commit()), String(cString: broadsheet_commit_date())]
            .filter { !$0.isEmpty }
        let source = commit.isEmpty ? "built without a commit" : "commit \(commit.joined(separator: " of "))"
        return "\(Product.name) \(Product.version) (\(source))"
    }
}
