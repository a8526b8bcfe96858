import Records

extension DeskNotes: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("refusals", refusals)
            $0.member("repeats", repeats)
            $0.member("oddities", oddities)
        }
    }
}

extension DeskNotes.Refusal: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("file", file.text)
            $0.member("errorFile", errorFile.encoded)
            $0.member("code", code.text)
            $0.member("reason", reason.text)
        }
    }
}

extension DeskNotes.Repeat: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("file", file.text)
            $0.member("article", article)
            $0.member("id", id.text)
        }
    }
}

extension DeskNotes.Oddity: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("code", code.text)
            $0.member("message", message.text)
            $0.member("articles", articles)
        }
    }
}
