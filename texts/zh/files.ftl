### 工作人员请访客提供的文件。

## 致访客

file-asked = { $name } 请您提供一个文件。您可以在消息下方发送。
file-withdrawn = { $name } 不再需要文件。
file-hint = 可用 JPEG、PNG、WebP 或 PDF，每个最大 { $size }。{ $count ->
   *[other] 您还可以发送 { $count } 个文件。
  }只有我们的工作人员可以打开。
file-received = 文件 { $name }（{ $size }）已收到。

error-file-not-asked = 此对话中已无人等待文件。您的文件未被保存。
error-file-most = 此对话已有 { $maximum } 个文件，已达上限。
error-file-none = 请先选择一个文件。
error-file-empty = 此文件是空的。请选择另一个文件。
error-file-too-large = 此文件超过 { $megabytes } MB，未被保存。请发送较小的文件，例如分辨率较低的图片。
error-file-kind = 无法发送此类文件。可以发送 JPEG、PNG、WebP 和 PDF。请将文档另存为 PDF，或拍一张照片。
error-file-damaged = 此文件已损坏或不完整。请打开检查是否正常，或发送它的照片。
error-file-locked = 此 PDF 有密码保护。请取消密码后重新发送。
error-file-active = 此 PDF 含有程序、带程序的表单或其他文件。请将其打印成新的 PDF 后再发送。
error-file-pixels = 此图片超过 { $megapixels } 百万像素。请缩小后重新发送。

## 致工作人员

file-ask = 请访客提供文件
file-ask-reason = 用途（选填，访客会看到）
file-waiting = 访客可以发送文件，直到您撤回请求或转交对话。
file-withdraw = 不再需要文件
file-list = 访客的文件
file-download = 下载
file-gone-after = 对话被删除时，文件一并删除。
error-file-reason = 用途最多 { $maximum } 个字符。请缩短。
error-file-gone = 此文件已不存在。
