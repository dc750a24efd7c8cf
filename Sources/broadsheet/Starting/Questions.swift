import Foundation
import NewsModel

/// Questions to whoever sits before the terminal.
enum Questions {
    /// Whether somebody is there who reads and answers.
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// The answer, or the standard where there is none.
    static func ask(_ question: String, standard: String) -> String {
        Console.note(standard.isEmpty ? question : "\(question) [\(standard)]")
        let answer = readLine()?.trimmed ?? ""
        return answer.isEmpty ? standard : answer
    }
}
