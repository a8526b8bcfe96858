import ArgumentParser
import Desk
import Glibc

/// The entry point: runs a command and turns what went wrong into one line and the documented exit code.
@main
enum Main {
    static func main() {
        do {
            if let worker = WorkerWords(CommandLine.arguments) { try worker.serve() }
            var command = try Dateline.parseAsRoot()
            try command.run()
        } catch { leave(with: error) }
    }

    private static func leave(with error: any Error) -> Never {
        switch error {
        case let error as SettingsError: complain("\(error)", code: .configuration)
        case let error as DeskError: complain("\(error)", code: .cannotRun)
        case let error as SystemError: complain("\(error)", code: .cannotRun)
        case let error as ExitCode: exit(error.rawValue)
        default: break
        }
        let code = Dateline.exitCode(for: error)
        let text = Dateline.fullMessage(for: error)
        if code.isSuccess {
            print(text)
            exit(0)
        }
        Output.standardError(text + "\n")
        exit(ExitCode.usage.rawValue)
    }

    private static func complain(_ text: String, code: ExitCode) -> Never {
        Output.standardError("dateline: \(text)\n")
        exit(code.rawValue)
    }
}

extension ExitCode {
    /// Something was rejected, or did not verify.
    static let rejected = ExitCode(1)
    /// The command line makes no sense.
    static let usage = ExitCode(2)
    /// The configuration is wrong.
    static let configuration = ExitCode(3)
    /// A folder is missing, another daemon holds the inbox, no permission.
    static let cannotRun = ExitCode(4)
}
