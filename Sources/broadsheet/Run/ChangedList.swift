import Files
import Foundation
import Parallelism

/// A file that lists what runs changed in the site, for whoever copies that elsewhere: paths below the output, one a line,
/// in the order in which they may be copied. A path at which no file is any more was removed.
///
/// It only grows, so that what could not be copied after one run is copied after the next: whoever has copied removes it. What
/// is about to change is listed before it does, so that a run that is killed meanwhile has listed it.
final class ChangedList: Sendable {
    private let name: String
    private let state: Guarded<State>

    private struct State {
        var paths: [String]
        /// Why they could not be written.
        var failure: String?
    }

    /// The list in a file that may not be there yet.
    /// - Throws: a ``CommandFailure`` where it could not be written after the run.
    init(_ name: String) throws(CommandFailure) {
        self.name = name
        let known: [String]
        do throws(RegularFile.Failure) {
            let data = try RegularFile.contents(of: name)
            known = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
        } catch {
            guard error == .missing else {
                throw CommandFailure(sentence: "\(name) \(error.words).", code: ExitCodes.usage)
            }
            known = []
        }
        if let line = known.firstIndex(where: { !Self.isPath($0) }) {
            throw CommandFailure(
                sentence: "\(name) is no list of changed files, by its line \(line + 1); name another file.",
                code: ExitCodes.usage)
        }
        let folder = URL(filePath: name).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw CommandFailure(
                sentence: "\(name) can't be written: there is no folder \(folder) that may be.", code: ExitCodes.usage)
        }
        state = Guarded(State(paths: known))
    }

    /// Whether a line may be a path below the output, as sites of ours have them.
    private static func isPath(_ line: String) -> Bool {
        line.utf8.first != UInt8(ascii: "/") && line.unicodeScalars.contains(".")
            && line.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && !"<>\":;={}[]()".unicodeScalars.contains($0)
            }
    }

    /// Adds what a run is about to change; what was listed already comes again in its new place.
    func add(_ changed: [String]) {
        state.withLock { state in
            var new: Set<String> = []
            let paths = changed.filter { new.insert($0).inserted }
            state.paths = state.paths.filter { !new.contains($0) } + paths
            do throws(FileReplacement.Failure) {
                try FileReplacement.write(Data(state.paths.map { $0 + "\n" }.joined().utf8), to: name)
            } catch {
                state.failure = error.reason
            }
        }
    }

    /// - Throws: a ``CommandFailure`` where it could not be written.
    func check() throws(CommandFailure) {
        guard let failure = state.withLock(\.failure) else { return }
        throw CommandFailure(
            sentence: "\(name) can't be written (\(failure)): copy the whole site this once.", code: ExitCodes.failed)
    }
}
